import type { Experiment, MetricReport, Report, VariantReport } from '../../api/models'
import { amountDecimals, exactDecimals, levelDecimals, liftDecimals, narrowest, pointDecimals, rateDecimals } from '../decimals'
import type { Format } from '../format'
import { designOf } from './design'
import type { Words } from '../../text/useWords'
import { isRate } from './reading'
import { nextPhaseDay, readable, type Readable } from './waiting'

/** An experiment's report with the names that people gave. */
export interface Subject {
  experiment: Experiment
  report: Report
  /** Place of a variant in the order of the phase; the control is 0. */
  armIndex(key: string): number
  armName(key: string): string
}

export function subjectOf(experiment: Experiment, report: Report): Subject {
  const { variants, control } = designOf(experiment, report.phase)
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
  /** A difference on an axis, in no more decimals than its step has. */
  tick(value: number, step: number): string
  /** A relative difference. */
  lift(value: number): string
}

/** Differences have the decimals of the metric's narrowest interval, and so have levels: from and to differ by what is said between them. */
export function metricFormat(metric: Pick<MetricReport, 'kind' | 'unit' | 'variants'>, format: Format): MetricFormat {
  const { variants } = metric
  const level = Math.max(0, ...variants.map((one) => Math.abs(one.value ?? 0)))
  const width = narrowest(variants.map((one) => one.absolute))
  const liftWidth = narrowest(variants.map((one) => one.relative))
  const lift = (value: number) => format.lift(value, liftWidth === undefined ? 1 : liftDecimals(liftWidth * 100))
  if (isRate(metric)) {
    const decimals = width === undefined ? undefined : pointDecimals(width * 100)
    const change = (value: number) => format.points(value, decimals ?? rateDecimals(value))
    return {
      value: (value) => format.rate(value, Math.max(rateDecimals(value), decimals ?? 0)),
      change,
      changeWithUnit: (value) => `${change(value)} ${format.pointsUnit}`,
      tick: (value, step) => format.points(value, exactDecimals(step * 100)),
      lift,
    }
  }
  const decimals = width === undefined ? levelDecimals(level) : amountDecimals(width)
  const change = (value: number) => format.change(value, metric.unit, decimals)
  return {
    value: (value) => format.amount(value, metric.unit, level < 1 ? Math.max(levelDecimals(level), decimals) : decimals),
    change,
    changeWithUnit: change,
    tick: (value, step) => format.change(value, metric.unit, exactDecimals(step)),
    lift,
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

/** Why a variant of a metric has no test, and what to read instead or when. */
export function whyNot(subject: Subject, metric: MetricReport, variant: VariantReport, { t, format }: Pick<Words, 't' | 'format'>): string {
  switch (variant.notEstimable?.code) {
    case 'not_matured': {
      const when = readableOf(subject, metric)
      if (when === 'never') {
        return t('why.not_matured.never')
      }
      const day = format.day(when.from, subject.report.asOf)
      return when.latest ? t('why.not_matured.latest', { day }) : t('why.not_matured', { day })
    }
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

/** When a metric can be read that waits. */
export const readableOf = ({ experiment, report }: Pick<Subject, 'experiment' | 'report'>, metric: MetricReport): Readable =>
  readable(report, metric, nextPhaseDay(experiment.phases, report))
