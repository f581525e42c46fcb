import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { useWords } from '../../text/useWords'
import type { Subject } from '../../ui/headline/subject'

/** Beyond so many arms no colours are left that everybody can tell apart: the rest is picked. */
const MOST_AT_ONCE = 5

/** The treatments that are drawn: all of a few, else those that were picked, at first the first ones. */
export function useShownArms(subject: Subject) {
  const all = subject.report.srm.variants
  const many = all.length > MOST_AT_ONCE
  const [picked, pick] = useState<readonly string[]>()
  const treatments = all.filter((key) => subject.armIndex(key) > 0)
  const keys = (many ? (picked ?? treatments.slice(0, MOST_AT_ONCE - 1)) : treatments).join('\n')
  const shown = useMemo(() => new Set(keys.split('\n')), [keys])
  return { shown, pick, many }
}

interface Props {
  subject: Subject
  shown: ReadonlySet<string>
  pick: (keys: readonly string[]) => void
}

export function ArmPicker({ subject, shown, pick }: Props) {
  const { t } = useWords()
  const treatments = subject.report.srm.variants.filter((key) => subject.armIndex(key) > 0)
  return (
    <Select
      className="arm-picker"
      mode="multiple"
      maxTagCount={2}
      maxTagTextLength={12}
      aria-label={t('arms.pick')}
      value={treatments.filter((key) => shown.has(key))}
      options={treatments.map((key) => ({ value: key, label: subject.armName(key) }))}
      onChange={(keys: string[]) => keys.length > 0 && pick(keys)}
    />
  )
}
