import { Button, Select } from 'antd'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useWords } from '../../text/useWords'
import { Icon } from '../../ui/Icon'
import type { Subject } from '../../ui/headline/subject'
import { useAhead } from '../../ui/useAhead'
import { clearlyWorse, looksOf, MOST_AT_ONCE, shownOf } from './shownArms'

/** Of the address: one for every picked variant. */
const PARAMETER = 'arm'

const SEPARATOR = '\n'

export interface ShownArms {
  /** The subject with a look of its own for every arm that is shown. */
  subject: Subject
  shown: ReadonlySet<string>
  pick: (keys: readonly string[]) => void
  /** Whether some of the arms are picked, instead of all being shown. */
  many: boolean
}

/** The treatments that are drawn. What was picked stands in the address, so that a link shows the same. */
export function useShownArms(subject: Subject): ShownArms {
  const { report } = subject
  const [params, setParams] = useSearchParams()
  // A link to an explanation shows the variant whose number it explains.
  const explained = params.has('why') ? params.getAll('variant') : []
  const [picked, pick] = useAhead(params.getAll(PARAMETER).join(SEPARATOR))
  const treatments = useMemo(() => report.srm.variants.filter((key) => subject.armIndex(key) > 0), [report, subject])
  const chosen = shownOf(report, treatments, picked.split(SEPARATOR))
  const keys = treatments.filter((key) => chosen.includes(key) || explained.includes(key)).join(SEPARATOR)
  const shown = useMemo(() => new Set(keys.split(SEPARATOR)), [keys])
  const drawn = useMemo(() => {
    const looks = looksOf(treatments, shown)
    return { ...subject, armIndex: (key: string) => looks.get(key) ?? 0 }
  }, [subject, treatments, shown])
  const set = (next: readonly string[]) => {
    pick(next.join(SEPARATOR))
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        after.delete(PARAMETER)
        next.forEach((key) => after.append(PARAMETER, key))
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  }
  return { subject: drawn, shown, pick: set, many: treatments.length >= MOST_AT_ONCE }
}

/** Says how many arms are shown of how many, and lets others be picked. */
export function ArmPicker({ subject, shown, pick }: Omit<ShownArms, 'many'>) {
  const { t } = useWords()
  const treatments = subject.report.srm.variants.filter((key) => subject.armIndex(key) > 0)
  const picked = treatments.filter((key) => shown.has(key))
  return (
    <div className="arm-picking">
      <span className="meta">{t('arms.count', { shown: picked.length, all: treatments.length })}</span>
      <Select
        className="arm-picker"
        mode="multiple"
        maxTagCount={2}
        maxTagTextLength={12}
        maxTagPlaceholder={(omitted) => t('arms.more', { count: omitted.length })}
        aria-label={t('arms.pick')}
        value={picked}
        options={treatments.map((key) => ({ value: key, label: subject.armName(key) }))}
        onChange={(keys: string[]) => keys.length > 0 && pick(treatments.filter((key) => keys.includes(key)))}
      />
    </div>
  )
}

/** Arms out of sight that are clearly worse: nobody picks them away unseen. */
export function WorseUnseen({ subject, shown, pick }: Omit<ShownArms, 'many'>) {
  const { t, language } = useWords()
  const unseen = clearlyWorse(subject.report).filter((key) => !shown.has(key))
  if (unseen.length === 0) {
    return null
  }
  const names = new Intl.ListFormat(language).formatToParts(unseen.map(subject.armName))
  return (
    <div className="unseen">
      <Icon name="warning" />
      <span>
        {t('arms.unseen')}
        {names.map(({ type, value }, index) => (type === 'element' ? <bdi key={index}>{value}</bdi> : value))}
      </span>
      <Button size="small" onClick={() => pick([...shown, ...unseen])}>
        {t('arms.showUnseen')}
      </Button>
    </div>
  )
}
