import type { MetricReport, Series } from '../../../api/models'
import { addDays } from '../../../ui/days'
import type { Format } from '../../../ui/format'
import { metricFormat, type MetricFormat, type Subject } from '../../../ui/headline/subject'
import { closingDay, nextPhaseDay } from '../../../ui/headline/waiting'
import type { Words } from '../../../text/useWords'

/** What charts know of a report: nothing in it moves with every poll. */

/** A variant. */
export interface DrawnArm {
  key: string
  name: string
  /** Place in the order of the phase: its look. */
  index: number
  control: boolean
}

/** A metric. */
export type DrawnMetric = Pick<MetricReport, 'key' | 'name' | 'kind' | 'unit' | 'window' | 'days'>

/** What decides when a day that waits can be read, beside the metric. */
export interface Waits {
  zone: string
  asOf: string
  nextPhase: string | undefined
}

/** The control and the picked variants of a metric, in its order. */
export function drawnArms(subject: Subject, metric: MetricReport, shown: ReadonlySet<string>): DrawnArm[] {
  return metric.variants
    .filter((one) => one.control || shown.has(one.key))
    .map(({ key, control }) => ({ key, control, name: subject.armName(key), index: subject.armIndex(key) }))
}

export const drawnMetric = ({ key, name, kind, unit, window, days }: MetricReport): DrawnMetric => ({
  key,
  name,
  kind,
  unit,
  ...(window === undefined ? {} : { window }),
  ...(days === undefined ? {} : { days }),
})

export const waitsOf = ({ experiment, report }: Subject): Waits => ({
  zone: report.zone,
  asOf: report.asOf,
  nextPhase: nextPhaseDay(experiment.phases, report),
})

/** The decimals follow what is drawn, not the report, which moves with every poll; on the newest day both are the same. */
export const seriesFormat = ({ kind, unit }: DrawnMetric, { course }: Series, format: Format): MetricFormat =>
  metricFormat({ kind, unit, variants: course.at(-1)?.variants ?? [] }, format)

/** From when on a day of entry can be read that waits; `short` is for a cell among numbers. */
export function waitingWords(entered: string, metric: DrawnMetric, { zone, asOf, nextPhase }: Waits, { t, format }: Pick<Words, 't' | 'format'>, short = false): string {
  const closes = closingDay(zone, metric, entered)
  if (nextPhase !== undefined && closes > nextPhase) {
    return t('entry.waiting')
  }
  const day = addDays(closes, 1)
  return short ? t('retention.from', { day: format.shortDay(day) }) : t('entry.waiting.until', { day: format.day(day, asOf) })
}
