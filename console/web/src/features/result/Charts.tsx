import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import { retentionQuery, seriesQuery, type Place } from '../../api/queries'
import type { MetricReport, Retention } from '../../api/models'
import type { RequestFailed } from '../../api/problem'
import { useTheme } from '../../theme/useTheme'
import { useWords } from '../../text/useWords'
import { ArmName, armLook } from '../../ui/arms'
import { Boundary } from '../../ui/Boundary'
import { Failed } from '../../ui/Failed'
import { Stale } from '../../ui/Stale'
import { addDays } from '../../ui/days'
import { nextPhaseDay } from '../../ui/headline/waiting'
import { useStable } from '../../ui/useStable'
import { Cohorts } from './Cohorts'
import { drawnArms, drawnMetric, waitsOf, type DrawnArm } from './charts/drawn'
import { isRate } from '../../ui/headline/reading'
import type { Subject } from '../../ui/headline/subject'

const CourseChart = lazy(() => import('./charts/CourseChart'))
const EntryChart = lazy(() => import('./charts/EntryChart'))
const RetentionChart = lazy(() => import('./charts/RetentionChart'))

interface Props {
  place: Place
  subject: Subject
  metric: MetricReport
  shown: ReadonlySet<string>
}

/** Support, never the decision: the course of the effect, the days of entry, and how many come back. */
export function Charts({ place, subject, metric, shown }: Props) {
  const { t, format } = useWords()
  const { report } = subject
  const question = { ...place, experiment: report.experiment, phase: report.phase, asOf: report.asOf }
  const series = useQuery(seriesQuery({ ...question, metric: metric.key }))
  const arms = useStable(drawnArms(subject, metric, shown))
  const drawn = useStable(drawnMetric(metric))
  const waits = useStable(waitsOf(subject))
  const returning = report.metrics.find((one) => one.kind === 'retention' && (metric.kind !== 'retention' || one.key === metric.key))
  return (
    <>
      <div className={returning === undefined ? 'charts two' : 'charts'}>
        <ChartCard title={t('course.title')} note={t('course.note', { metric: metric.name, unit: isRate(metric) ? format.pointsUnit : metric.unit })} foot={t('course.foot')}>
          <Legend arms={arms.filter((arm) => !arm.control)} />
          <Drawn query={series} height={250}>
            {(data) => <CourseChart arms={arms} metric={drawn} series={data} />}
          </Drawn>
        </ChartCard>
        <ChartCard title={t('entry.title')} note={t('entry.note', { metric: metric.name })} foot={t('entry.foot')}>
          <Legend arms={arms} />
          <Drawn query={series} height={250}>
            {(data) => <EntryChart arms={arms} metric={drawn} series={data} waits={waits} />}
          </Drawn>
        </ChartCard>
        {returning !== undefined && <RetentionCard {...{ place, subject, shown }} metric={returning} />}
      </div>
      {returning !== undefined && <Cohorts {...{ place, subject, shown }} metric={returning} />}
    </>
  )
}

function RetentionCard({ place, subject, metric, shown }: Props) {
  const { t, format } = useWords()
  const { tokens } = useTheme()
  const { report } = subject
  const retention = useQuery(
    retentionQuery({ ...place, experiment: report.experiment, phase: report.phase, asOf: report.asOf, metric: metric.key }),
  )
  const arms = useStable(drawnArms(subject, metric, shown))
  const drawn = useStable(drawnMetric(metric))
  const days = [1, 3, 7, 14, 30]
  const nextPhase = nextPhaseDay(subject.experiment.phases, report)
  const waitsUntil = (key: string, { variants }: Retention, day: number) => {
    const first = variants.find((one) => one.key === key)?.cohorts[0]?.day
    const passed = first === undefined ? undefined : addDays(first, day)
    return passed === undefined || passed < report.asOf || (nextPhase !== undefined && passed > nextPhase)
      ? t('none')
      : t('retention.from', { day: format.shortDay(addDays(passed, 1)) })
  }
  return (
    <ChartCard title={t('retention.title')} note={t('retention.note', { metric: metric.name })}>
      <Drawn query={retention} height={200}>
        {(data) => (
          <>
            <RetentionChart arms={arms} metric={drawn} retention={data} />
            <table className="small">
              <thead>
                <tr>
                  <th scope="col">{t('metrics.variant')}</th>
                  {days.map((day) => (
                    <th key={day} scope="col" className="number">
                      {t('retention.short', { day })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {arms.map((arm) => (
                  <tr key={arm.key}>
                    <th scope="row">
                      <ArmName look={armLook(tokens, arm.index)} name={arm.name} />
                    </th>
                    {days.map((day) => {
                      const point = data.variants.find((one) => one.key === arm.key)?.curve.find((each) => each.day === day)
                      return (
                        <td key={day} className="number">
                          {point?.value === undefined ? <span className="secondary">{waitsUntil(arm.key, data, day)}</span> : format.rate(point.value)}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Drawn>
    </ChartCard>
  )
}

interface CardProps {
  title: string
  note: string
  foot?: string
  children: ReactNode
}

function ChartCard({ title, note, foot, children }: CardProps) {
  return (
    <section className="card chart-card" aria-label={title}>
      <h2>{title}</h2>
      <p className="meta">{note}</p>
      <Boundary>{children}</Boundary>
      {foot !== undefined && <p className="meta foot">{foot}</p>}
    </section>
  )
}

function Legend({ arms }: { arms: readonly DrawnArm[] }) {
  const { tokens } = useTheme()
  return (
    <ul className="legend">
      {arms.map((arm) => (
        <li key={arm.key}>
          <ArmName look={armLook(tokens, arm.index)} name={arm.name} />
        </li>
      ))}
    </ul>
  )
}

interface Asked<T> {
  data: T | undefined
  error: RequestFailed | null
  dataUpdatedAt: number
  refetch: () => unknown
}

/** Keeps the height of what is on its way, and tells a failure as one. */
function Drawn<T>({ query, height, children }: { query: Asked<T>; height: number; children: (data: T) => ReactNode }) {
  const { t } = useWords()
  if (query.data === undefined) {
    return query.error === null ? (
      <div style={{ height }} aria-busy="true" aria-label={t('loading')} />
    ) : (
      <div style={{ minHeight: height }}>
        <Failed error={query.error} lastSuccess={query.dataUpdatedAt} retry={() => void query.refetch()} />
      </div>
    )
  }
  return (
    <>
      {query.error !== null && <Stale error={query.error} lastSuccess={query.dataUpdatedAt} retry={() => void query.refetch()} />}
      <Suspense fallback={<div style={{ height }} aria-busy="true" aria-label={t('loading')} />}>{children(query.data)}</Suspense>
    </>
  )
}
