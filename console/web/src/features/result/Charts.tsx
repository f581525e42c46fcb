import { useQuery } from '@tanstack/react-query'
import { lazy, useMemo } from 'react'
import { seriesQuery, type Place } from '../../api/queries'
import type { MetricReport, Series } from '../../api/models'
import { useWords } from '../../text/useWords'
import { useStable } from '../../ui/useStable'
import { Cohorts } from './Cohorts'
import { ChartCard, ChartOrTable, Drawn, HEAD, Legend } from './ChartCard'
import { drawnArms, drawnMetric, waitsOf, type DrawnArm, type DrawnMetric, type Waits } from './charts/drawn'
import { courseFigures, entryFigures } from './charts/figures'
import { RetentionCard } from './RetentionCard'
import { isRate } from '../../ui/headline/reading'
import type { Subject } from '../../ui/headline/subject'

const CourseChart = lazy(() => import('./charts/CourseChart'))
const EntryChart = lazy(() => import('./charts/EntryChart'))

const HEIGHT = 250

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
  const waits = useStable(waitsOf(subject))
  const over = { arms, metric: useStable(drawnMetric(metric)) }
  const returning = report.metrics.find((one) => one.kind === 'retention' && (metric.kind !== 'retention' || one.key === metric.key))
  return (
    <>
      <div className={returning === undefined ? 'charts two' : 'charts'}>
        <ChartCard title={t('course.title')} note={t('course.note', { metric: metric.name, unit: isRate(metric) ? format.pointsUnit : metric.unit })} foot={t('course.foot')}>
          <Drawn query={series} height={HEIGHT + HEAD}>
            {(data) => <Course {...over} series={data} />}
          </Drawn>
        </ChartCard>
        <ChartCard title={t('entry.title')} note={t('entry.note', { metric: metric.name })} foot={t('entry.foot')}>
          <Drawn query={series} height={HEIGHT + HEAD}>
            {(data) => <Entry {...over} series={data} waits={waits} />}
          </Drawn>
        </ChartCard>
        {returning !== undefined && <RetentionCard {...{ place, subject, shown }} metric={returning} />}
      </div>
      {returning !== undefined && <Cohorts {...{ place, subject, shown }} metric={returning} />}
    </>
  )
}

interface OverTime {
  series: Series
  metric: DrawnMetric
  arms: readonly DrawnArm[]
}

function Course({ series, metric, arms }: OverTime) {
  const { t, format } = useWords()
  const figures = useMemo(() => courseFigures(series, metric, arms, { t, format }), [series, metric, arms, t, format])
  return (
    <ChartOrTable title={t('course.title')} height={HEIGHT} figures={figures} legend={<Legend arms={arms.filter((arm) => !arm.control)} />}>
      <CourseChart {...{ series, metric, arms }} height={HEIGHT} label={figures.label} />
    </ChartOrTable>
  )
}

function Entry({ series, metric, arms, waits }: OverTime & { waits: Waits }) {
  const { t, format } = useWords()
  const figures = useMemo(() => entryFigures(series, metric, arms, waits, { t, format }), [series, metric, arms, waits, t, format])
  return (
    <ChartOrTable title={t('entry.title')} height={HEIGHT} figures={figures} legend={<Legend arms={arms} />}>
      <EntryChart {...{ series, metric, arms, waits }} height={HEIGHT} label={figures.label} />
    </ChartOrTable>
  )
}
