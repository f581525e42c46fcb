import { useWords } from '../text/useWords'

const STATES = ['draft', 'running', 'paused', 'stopped', 'archived'] as const

/** Where an experiment stands. */
export function StateTag({ state }: { state: string }) {
  const { t } = useWords()
  const known = STATES.find((one) => one === state)
  return <span className={`state state-${state}`}>{known === undefined ? state : t(`state.${known}`)}</span>
}
