import type { Experiment, MetricReport, Report, VariantReport } from '../../api/models'
import type { Format } from '../format'
import type { Words } from '../../text/useWords'
import { isRate } from './reading'

/** An experiment's report with the names that people gave. */
export interface Subject {
  experiment: Experiment
  report: Report
  /** Place of a variant in the order of the phase; the control is 0. */
  armIndex(key: string): number
  armName(key: string): string
}

export function subjectOf(experiment: Experiment, report: Report): Subject {
  const phase = experiment.phases.find((one) => one.number === report.phase)
  const variants = phase?.variants ?? experiment.variants
  const control = phase?.control ?? experiment.control
  // A phase pins keys, weights and payloads; what people call a variant may change at any time.
  const names = new Map([...variants, ...experiment.variants].map((one) => [one.key, one.name ?? one.key]))
  const order = [control, ...report.srm.variants.filter((key) => key !== control)]
  return {
    experiment,
    report,
    armIndex: (key) => Math.max(0, order.indexOf(key)),
    armName: (key) => names.get(key) ?? key,
  }
}

/** The numbers of one metric, each in the unit and the decimals of its row. */
export interface MetricFormat {
  value(value: number): string
  /** A difference without its unit, as it stands beside others. */
  change(value: number): string
  /** A difference with its unit. */
  changeWithUnit(value: number): string
}

export function metricFormat(metric: MetricReport, format: Format): MetricFormat {
  if (isRate(metric)) {
    const widest = Math.max(
      0,
      ...metric.variants.flatMap(({ absolute }) => [Math.abs(absolute?.low ?? 0), Math.abs(absolute?.high ?? 0)]),
    )
    const change = (value: number) => format.points(value, widest)
    return { value: format.rate, change, changeWithUnit: (value) => `${change(value)} ${format.pointsUnit}` }
  }
  const scale = Math.max(0, ...metric.variants.map((one) => Math.abs(one.value ?? 0)))
  return {
    value: (value) => format.amount(value, metric.unit, scale),
    change: (value) => format.change(value, metric.unit, scale),
    changeWithUnit: (value) => format.change(value, metric.unit, scale),
  }
}

const DAY = 86_400_000
const HOUR = 3_600_000
const MINUTE = 60_000

/** The largest unit that says it exactly; below a minute, seconds. */
function span(millis: number, t: Words['t']): string {
  if (millis % DAY === 0) {
    return t('metric.days', { count: millis / DAY })
  }
  if (millis % HOUR === 0) {
    return t('metric.hours', { count: millis / HOUR })
  }
  return millis % MINUTE === 0 ? t('metric.minutes', { count: millis / MINUTE }) : t('metric.seconds', { count: millis / 1000 })
}

const WARNINGS = ['small_counts', 'skewed_means', 'control_mean_negative', 'constant_arms'] as const

/** The code of a warning that the page has words for. */
export function knownWarning(code: string): (typeof WARNINGS)[number] | 'other' {
  return WARNINGS.find((one) => one === code) ?? 'other'
}

export const hasWindow = (metric: MetricReport): boolean => metric.window !== undefined || metric.days !== undefined

/** When outcomes of a metric count, in a few words. */
export function windowWords(metric: MetricReport, t: Words['t']): string {
  const { days, window } = metric
  if (days !== undefined) {
    const [from = 0, to = from] = days
    return from === to ? t('metric.onDay', { day: from }) : t('metric.onDays', { from, to })
  }
  if (window === undefined) {
    return t('metric.noWindow')
  }
  const length = span(window.lengthMillis, t)
  return window.delayMillis === 0 ? t('metric.window', { length }) : t('metric.windowAfter', { delay: span(window.delayMillis, t), length })
}

/** Why a variant of a metric has no test, and what to read instead. */
export function whyNot(variant: VariantReport, t: Words['t']): string {
  switch (variant.notEstimable?.code) {
    case 'not_matured':
      return t('why.not_matured')
    case 'empty_arm':
      return t('why.empty_arm')
    case 'too_few_units':
      return t('why.too_few_units')
    case 'zero_events':
      return t('why.zero_events')
    case 'zero_variance':
      return t('why.zero_variance')
    case 'being_counted':
      return t('why.being_counted')
    default:
      return t('why.other')
  }
}
