import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { seriesQuery, type Place } from '../../api/queries'
import type { MetricReport } from '../../api/models'
import { useWords } from '../../text/useWords'
import { useStable } from '../../ui/useStable'
import { Cohorts } from './Cohorts'
import { ChartCard, Drawn, Legend } from './ChartCard'
import { drawnArms, drawnMetric, waitsOf } from './charts/drawn'
import { RetentionCard } from './RetentionCard'
import { isRate } from '../../ui/headline/reading'
import type { Subject } from '../../ui/headline/subject'

const CourseChart = lazy(() => import('./charts/CourseChart'))
const EntryChart = lazy(() => import('./charts/EntryChart'))

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
