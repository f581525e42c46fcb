import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { retentionQuery, type Place } from '../../api/queries'
import type { MetricReport } from '../../api/models'
import { useWords } from '../../text/useWords'
import type { Subject } from '../../ui/headline/subject'
import { Stale } from '../../ui/Stale'

/** Days after entry that stand in the table: daily in the first week, then weekly. */
const DAYS = [1, 2, 3, 4, 5, 6, 7, 14, 21, 28]

interface Props {
  place: Place
  subject: Subject
  metric: MetricReport
  shown: ReadonlySet<string>
}

/** Cohort by cohort: of the units that came on a day, the share seen again n days later. */
export function Cohorts({ place, subject, metric, shown }: Props) {
  const { t, format } = useWords()
  const { report } = subject
  const retention = useQuery(
    retentionQuery({ ...place, experiment: report.experiment, phase: report.phase, asOf: report.asOf, metric: metric.key }),
  )
  const [picked, pick] = useState<string>()
  const variants = (retention.data?.variants ?? []).filter((one) => one.control || shown.has(one.key))
  const variant = variants.find((one) => one.key === picked) ?? variants[0]
  if (variant === undefined || variants.every((one) => one.cohorts.length === 0)) {
    return null
  }
  // Whether the day of entry itself counts as coming back is up to the product's events: where it never does, a column of zeros
  // says nothing.
  const days = variants.some((one) => one.cohorts.some((cohort) => (cohort.retained[0] ?? 0) > 0)) ? [0, ...DAYS] : DAYS
  const most = Math.max(0.01, ...variants.flatMap((one) => one.cohorts.flatMap((c) => DAYS.map((day) => (c.retained[day] ?? 0) / Math.max(1, c.units)))))
  return (
    <section className="card" aria-labelledby="cohorts-title">
      <div className="card-head">
        <h2 id="cohorts-title">{t('cohorts.title')}</h2>
        <span className="meta">{t('cohorts.note', { metric: metric.name })}</span>
        <Segmented
          options={variants.map((one) => ({ value: one.key, label: subject.armName(one.key) }))}
          value={variant.key}
          onChange={pick}
          aria-label={t('arms.pick')}
        />
      </div>
      {retention.error !== null && <Stale error={retention.error} lastSuccess={retention.dataUpdatedAt} retry={() => void retention.refetch()} />}
      <div className="scroll" tabIndex={0} role="region" aria-labelledby="cohorts-title">
        <table className="small cohorts">
          <thead>
            <tr>
              <th scope="col">{t('cohorts.day')}</th>
              <th scope="col" className="number">
                {t('cohorts.units')}
              </th>
              {days.map((day) => (
                <th key={day} scope="col" className="number">
                  {t('retention.short', { day })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {variant.cohorts.map((cohort) => (
              <tr key={cohort.day}>
                <th scope="row">{format.shortDay(cohort.day)}</th>
                <td className="number">{format.count(cohort.units)}</td>
                {days.map((day) => {
                  const seen = cohort.retained[day]
                  if (seen === undefined || cohort.units === 0) {
                    return (
                      <td key={day} className="waiting-cell">
                        <span className="visually-hidden">{t('entry.waiting')}</span>
                      </td>
                    )
                  }
                  const share = seen / cohort.units
                  return (
                    <td key={day} className="number heat" style={{ '--heat': Math.min(1, share / most) } as React.CSSProperties}>
                      {format.rate(share)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
