import { Select } from 'antd'
import { useSearchParams } from 'react-router'
import type { Experiment, Report } from '../../api/models'
import { useWords } from '../../text/useWords'
import { dayIn } from '../../ui/days'

/** Chooses the phase that is read; it stands in the address, the newest one does not need to. */
export function usePhase(experiment: Experiment) {
  const [, setParams] = useSearchParams()
  const newest = experiment.phases.at(-1)?.number
  return {
    newest,
    choose: (phase: number | undefined) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          // Days and numbers of another phase are not those of this one.
          for (const name of ['phase', 'asOf', 'why', 'variant']) {
            next.delete(name)
          }
          if (phase !== undefined && phase !== newest) {
            next.set('phase', `${phase}`)
          }
          return next
        },
        { preventScrollReset: true },
      ),
  }
}

interface Props {
  experiment: Experiment
  report: Report
}

export function PhasePicker({ experiment, report }: Props) {
  const { t, format } = useWords()
  const { choose } = usePhase(experiment)
  const day = (instant: string) => format.day(dayIn(report.zone, instant), report.asOf)
  return (
    <Select
      className="phase-picker"
      aria-label={t('phase.pick')}
      value={report.phase}
      onChange={choose}
      popupMatchSelectWidth={false}
      options={[...experiment.phases].reverse().map(({ number, startsAt, endedAt }) => ({
        value: number,
        label: [
          t('title.phase', { phase: number }),
          endedAt === undefined ? t('title.from', { day: day(startsAt) }) : t('phase.days', { from: day(startsAt), to: day(endedAt) }),
        ].join(t('comma')),
      }))}
    />
  )
}

/** Says so where an earlier phase is read: its numbers are not what runs now. */
export function EarlierPhase({ experiment, report }: Props) {
  const { t } = useWords()
  const { newest, choose } = usePhase(experiment)
  if (newest === undefined || report.phase >= newest) {
    return null
  }
  return (
    <p className="earlier-phase" role="status">
      {t('phase.earlier', { phase: report.phase, newest })}{' '}
      <button type="button" className="link" onClick={() => choose(undefined)}>
        {t('phase.newest')}
      </button>
    </p>
  )
}
