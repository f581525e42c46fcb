import { useTheme } from '../../theme/useTheme'
import { useWords, type Words } from '../../text/useWords'
import { ArmName, armLook } from '../../ui/arms'
import { Icon, type IconName } from '../../ui/Icon'
import type { MetricReport, VariantReport } from '../../api/models'
import { axisOf } from '../../ui/headline/axis'
import { IntervalPlot, Ticks } from '../../ui/headline/IntervalPlot'
import { controlOf, goodSign, treatmentsOf, verdictOf, type Verdict } from '../../ui/headline/reading'
import { knownWarning, metricFormat, whyNot, windowWords, type Subject } from '../../ui/headline/subject'
import { WhyButton } from './Why'

const ROLES = ['success', 'guardrail', 'secondary'] as const
const COLUMNS = 11

interface Props {
  subject: Subject
  /** Variants shown; the control always is. */
  shown: ReadonlySet<string>
  /** The metric the charts draw. */
  charted: string
  chart: (metric: string) => void
  /** Whether values and effects are shown: not while the check of the sample ratio blocks them, until somebody asks. */
  open: boolean
  /** Whether they may be read. */
  valid: boolean
}

/** Every metric in every variant: the interval and its numbers in one row. */
export function MetricTable({ subject, shown, charted, chart, open, valid }: Props) {
  const { t } = useWords()
  return (
    <table className="metrics">
      <caption className="visually-hidden">{t('metrics.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('metrics.metric')}</th>
          <th scope="col" className="number">
            {t('metrics.control')}
          </th>
          <th scope="col">{t('metrics.variant')}</th>
          <th scope="col" className="number">
            {t('metrics.value')}
          </th>
          <th scope="col" className="plot-head">
            {t('metrics.plot')}
          </th>
          <th scope="col" className="number">
            {t('metrics.absolute')}
          </th>
          <th scope="col">{t('metrics.interval')}</th>
          <th scope="col" className="number">
            {t('metrics.relative')}
          </th>
          <th scope="col" className="relative-interval">
            {t('metrics.relativeInterval')}
          </th>
          <th scope="col">{t('metrics.matured')}</th>
          <th scope="col">{t('metrics.reading')}</th>
        </tr>
      </thead>
      {ROLES.map((role) => {
        const metrics = subject.report.metrics.filter((metric) => metric.role === role)
        return metrics.length === 0 ? null : (
          <RoleRows key={role} role={role} count={metrics.length}>
            {metrics.map((metric) => (
              <MetricRows key={metric.key} {...{ subject, shown, metric, open, valid }} charted={metric.key === charted} chart={chart} />
            ))}
          </RoleRows>
        )
      })}
    </table>
  )
}

function RoleRows({ role, count, children }: { role: (typeof ROLES)[number]; count: number; children: React.ReactNode }) {
  const { t } = useWords()
  return (
    <>
      <tbody className="role">
        <tr>
          <th colSpan={COLUMNS} scope="rowgroup">
            {t(`metrics.role.${role}`)} <span className="meta">{t(`metrics.role.${role}.note`, { count })}</span>
          </th>
        </tr>
      </tbody>
      {children}
    </>
  )
}

interface RowsProps {
  subject: Subject
  shown: ReadonlySet<string>
  metric: MetricReport
  charted: boolean
  chart: (metric: string) => void
  open: boolean
  valid: boolean
}

function MetricRows({ subject, shown, metric, charted, chart, open, valid }: RowsProps) {
  const { t, format } = useWords()
  const write = metricFormat(metric, format)
  const control = controlOf(metric)
  const arms = treatmentsOf(metric).filter((one) => shown.has(one.key))
  const sign = goodSign(metric)
  const ends = arms.flatMap(({ absolute }) =>
    absolute?.low === undefined || absolute.high === undefined ? [] : [sign * absolute.low, sign * absolute.high],
  )
  const axis = axisOf(ends)
  const plotted = open && ends.length > 0
  const rows = arms.length + (plotted ? 1 : 0)
  return (
    <tbody className="metric">
      {arms.map((arm, index) => (
        <tr key={arm.key}>
          {index === 0 && (
            <>
              <th scope="rowgroup" rowSpan={rows} className="metric-name">
                <button type="button" className="metric-link" aria-pressed={charted} onClick={() => chart(metric.key)}>
                  <bdi>{metric.name}</bdi>
                </button>
                <span className="meta">
                  {metric.direction === 'increase' ? t('metric.higher') : t('metric.lower')} · {windowWords(metric, t)}
                </span>
              </th>
              <td rowSpan={rows} className="number" data-label={t('metrics.control')}>
                {!open || control?.value === undefined ? t('none') : write.value(control.value)}
                <span className="meta">{t('metrics.units', { count: control?.units ?? 0, units: format.count(control?.units ?? 0) })}</span>
              </td>
            </>
          )}
          <ArmCells {...{ subject, metric, arm, axis, sign, open, valid }} />
        </tr>
      ))}
      {plotted && (
        <tr className="tick-row" aria-hidden="true">
          <td colSpan={2} />
          <td className="plot">
            <Ticks axis={axis} write={(value) => (value === 0 ? '0' : write.tick(sign * value, 2 * axis.step))} />
          </td>
          <td colSpan={6} />
        </tr>
      )}
    </tbody>
  )
}

interface ArmProps {
  subject: Subject
  metric: MetricReport
  arm: VariantReport
  axis: ReturnType<typeof axisOf>
  sign: number
  open: boolean
  valid: boolean
}

function ArmCells({ subject, metric, arm, axis, sign, open, valid }: ArmProps) {
  const { t, format } = useWords()
  const { tokens } = useTheme()
  const look = armLook(tokens, subject.armIndex(arm.key))
  const write = metricFormat(metric, format)
  const { absolute, relative } = arm
  const verdict = verdictOf(metric, arm)
  const tested = absolute?.low !== undefined && absolute.high !== undefined
  const head = (
    <>
      <th scope="row" data-label={t('metrics.variant')}>
        <ArmName look={look} name={subject.armName(arm.key)} />
      </th>
      <td className="number" data-label={t('metrics.value')}>
        {!open || arm.value === undefined ? t('none') : write.value(arm.value)}
      </td>
    </>
  )
  if (!open) {
    return (
      <>
        {head}
        <td colSpan={5} className="secondary">
          {t('metrics.hidden')}
        </td>
        <Matured arm={arm} />
        <td data-label={t('metrics.reading')}>{t('none')}</td>
      </>
    )
  }
  if (!tested) {
    return (
      <>
        {head}
        <td colSpan={5} className={`not-estimable ${verdict}`}>
          <Icon name={verdict === 'waiting' || verdict === 'counting' ? 'clock' : 'none'} /> {whyNot(subject, metric, arm, { t, format })}
        </td>
        <Matured arm={arm} />
        <td data-label={t('metrics.reading')}>
          <VerdictWord verdict={verdict} t={t} />
        </td>
      </>
    )
  }
  const low = absolute.low ?? 0
  const high = absolute.high ?? 0
  const [left, right] = sign > 0 ? [low, high] : [-high, -low]
  const interval = t('range', { low: write.change(low), high: write.change(high) })
  return (
    <>
      {head}
      <td className="plot">
        <IntervalPlot {...{ axis, look }} estimate={sign * absolute.estimate} low={left} high={right} hollow={!valid || verdict === 'open'} label={`${write.changeWithUnit(absolute.estimate)} (${interval})`} />
      </td>
      <td className="number" data-label={t('metrics.absolute')}>
        <WhyButton {...{ subject, metric, arm }}>{write.changeWithUnit(absolute.estimate)}</WhyButton>
      </td>
      <td className="nowrap" data-label={t('metrics.interval')}>
        {interval}
      </td>
      <td className="number" data-label={t('metrics.relative')}>
        {relative?.estimate === undefined ? t('none') : write.lift(relative.estimate)}
      </td>
      <td className="nowrap relative-interval" data-label={t('metrics.relativeInterval')}>
        {relative?.low !== undefined && relative.high !== undefined ? (
          t('range', { low: write.lift(relative.low), high: write.lift(relative.high) })
        ) : (
          <span className="secondary wrap">{relativeReason(relative?.notEstimable?.code, metric, t)}</span>
        )}
      </td>
      <Matured arm={arm} />
      <td data-label={t('metrics.reading')}>
        {valid ? <VerdictWord verdict={verdict} t={t} /> : t('none')}
        {(arm.warnings ?? []).map((warning) => (
          <span key={warning.code} className="meta caution">
            {t(`warning.${knownWarning(warning.code)}`)}
          </span>
        ))}
      </td>
    </>
  )
}

function relativeReason(code: string | undefined, metric: MetricReport, t: Words['t']): string {
  if (metric.range === 'signed' || code === 'signed_metric') {
    return t('relative.signed')
  }
  if (code === 'control_mean_zero') {
    return t('relative.zero')
  }
  return t('relative.unbounded')
}

function Matured({ arm }: { arm: VariantReport }) {
  const { t, format } = useWords()
  const all = arm.units + arm.waiting
  return (
    <td className="matured" data-label={t('metrics.matured')}>
      <span className="nowrap">
        {format.count(arm.units)} <span className="secondary">/ {format.count(arm.waiting)}</span>
      </span>
      <span className="bar" aria-hidden="true">
        <span style={{ width: `${all === 0 ? 0 : (100 * arm.units) / all}%` }} />
      </span>
    </td>
  )
}

const VERDICT_ICONS: Record<Verdict, IconName> = {
  better: 'check',
  worse: 'error',
  open: 'open',
  waiting: 'clock',
  counting: 'clock',
  notEstimable: 'none',
}

export function VerdictWord({ verdict, t }: { verdict: Verdict; t: Words['t'] }) {
  return (
    <span className={`verdict ${verdict}`}>
      <Icon name={VERDICT_ICONS[verdict]} /> {t(`verdict.${verdict}`)}
    </span>
  )
}
