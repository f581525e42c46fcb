import { useQuery } from '@tanstack/react-query'
import { lazy, useMemo } from 'react'
import { retentionQuery, type Place } from '../../api/queries'
import type { MetricReport, Retention } from '../../api/models'
import { useTheme } from '../../theme/useTheme'
import { useWords } from '../../text/useWords'
import { ArmName, armLook } from '../../ui/arms'
import type { Subject } from '../../ui/headline/subject'
import { nextPhaseDay } from '../../ui/headline/waiting'
import { useStable } from '../../ui/useStable'
import { ChartCard, ChartOrTable, Drawn, HEAD } from './ChartCard'
import { drawnArms, drawnMetric, type DrawnArm, type DrawnMetric } from './charts/drawn'
import { FigureTable } from './charts/FigureTable'
import { retentionFigures } from './charts/figures'
import { curvesOf, LEAST_ENTRY_DAYS, LEAST_POINTS, type Coming, type Curves } from './charts/retention'

const RetentionChart = lazy(() => import('./charts/RetentionChart'))

/** Days that stand below the curve. */
const DAYS = [1, 3, 7, 14, 30]

const HEIGHT = 200
/** With those days below it. */
const WITH_DAYS = 300

interface Props {
  place: Place
  subject: Subject
  metric: MetricReport
  shown: ReadonlySet<string>
}

/** How many come back, day by day after their entry. */
export function RetentionCard({ place, subject, metric, shown }: Props) {
  const { t } = useWords()
  const { report } = subject
  const retention = useQuery(
    retentionQuery({ ...place, experiment: report.experiment, phase: report.phase, asOf: report.asOf, metric: metric.key }),
  )
  const arms = useStable(drawnArms(subject, metric, shown))
  const drawn = useStable(drawnMetric(metric))
  const coming = useStable({ running: report.state === 'running', nextPhase: nextPhaseDay(subject.experiment.phases, report) })
  return (
    <ChartCard title={t('retention.title')} note={t('retention.note', { metric: metric.name })} foot={t('retention.foot', { entries: LEAST_ENTRY_DAYS })}>
      <Drawn query={retention} height={HEIGHT + HEAD}>
        {(data) => <Returning metric={drawn} retention={data} arms={arms} coming={coming} asOf={report.asOf} />}
      </Drawn>
    </ChartCard>
  )
}

interface ReturningProps {
  metric: DrawnMetric
  retention: Retention
  arms: readonly DrawnArm[]
  coming: Coming
  asOf: string
}

function Returning({ metric, retention, arms, coming, asOf }: ReturningProps) {
  const { t, format } = useWords()
  const curves = useMemo(() => curvesOf(retention, arms, coming), [retention, arms, coming])
  const figures = useMemo(() => retentionFigures(curves.curves, metric, { t, format }), [curves, metric, t, format])
  const title = t('retention.title')
  if (!curves.enough) {
    return (
      <>
        <TooEarly curves={curves} asOf={asOf} />
        {figures.rows.length > 0 && <FigureTable figures={figures} title={title} height={HEIGHT} />}
      </>
    )
  }
  return (
    <ChartOrTable title={title} height={WITH_DAYS} figures={figures}>
      <RetentionChart curves={curves.curves} height={HEIGHT} label={figures.label} />
      <DaysTable curves={curves} asOf={asOf} />
    </ChartOrTable>
  )
}

/** In the place of a curve that would be one or two points: what it takes, and from when. */
function TooEarly({ curves: { days, from }, asOf }: { curves: Curves; asOf: string }) {
  const { t, format } = useWords()
  const first = from(LEAST_POINTS)
  return (
    <div className="chart-waiting">
      <p>
        <strong>{t('retention.early')}</strong>
      </p>
      <p>{t('retention.early.takes', { points: LEAST_POINTS, entries: LEAST_ENTRY_DAYS, days: days.length })}</p>
      {first !== undefined && <p>{t('retention.early.from', { day: format.day(first, asOf) })}</p>}
    </div>
  )
}

function DaysTable({ curves: { curves, from }, asOf }: { curves: Curves; asOf: string }) {
  const { t, format } = useWords()
  const { tokens } = useTheme()
  const missing = (day: number) => {
    const first = from(day)
    return first === undefined || first <= asOf ? t('none') : t('retention.from', { day: format.shortDay(first) })
  }
  return (
    <table className="small">
      <thead>
        <tr>
          <th scope="col">{t('metrics.variant')}</th>
          {DAYS.map((day) => (
            <th key={day} scope="col" className="number">
              {t('retention.short', { day })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {curves.map(({ arm, points }) => (
          <tr key={arm.key}>
            <th scope="row">
              <ArmName look={armLook(tokens, arm.index)} name={arm.name} />
            </th>
            {DAYS.map((day) => {
              const value = points[day - 1]?.value
              return (
                <td key={day} className="number">
                  {value === undefined ? <span className="secondary">{missing(day)}</span> : format.rate(value)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
