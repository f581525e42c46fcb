import type { MetricReport, Report } from '../../api/models'
import { addDays, dayIn, daysBetween } from '../../ui/days'
import { closingDay, type Calendar } from '../../ui/headline/waiting'

/** The days between which a report can be read. Pure; all days are the environment's. */
export interface Strip {
  first: string
  last: string
  /** The day on which nobody entered any more; absent while somebody may. */
  entryEnd: string | undefined
  /** Whether the last day has passed: every later one reads the same. */
  over: boolean
  /** Whether the phase takes no event any more, however young. */
  final: boolean
  today: string
}

/** Late events come in for 72 hours: today, and the three days whose end is less than that ago, may change. */
const PROVISIONAL_DAYS = 4

type Timed = Pick<MetricReport, 'days' | 'window'>

/**
 * From the first day with a unit to today, or to the day on which the last window closed: a test that ended long ago is not read on a scale that
 * has grown ever since.
 *
 * @param asked the day that is asked for, which may lie before the first exposure
 */
export function stripOf(
  report: Calendar & Pick<Report, 'state'>,
  metrics: readonly Timed[],
  nextPhase: string | undefined,
  today: string,
  asked: string,
): Strip {
  const { zone, firstDay, endedAt, state } = report
  const entryEnd = endedAt === undefined ? undefined : dayIn(zone, endedAt)
  const last = entryEnd === undefined ? today : earliest(today, lastCounted(zone, metrics, entryEnd, nextPhase))
  return { first: earliest(firstDay ?? asked, asked, last), last, entryEnd, over: last < today, final: state === 'final', today }
}

function lastCounted(zone: string, metrics: readonly Timed[], entryEnd: string, nextPhase: string | undefined): string {
  const closes = metrics.map((metric) => closingDay(zone, metric, entryEnd)).reduce((latest, one) => (one > latest ? one : latest), entryEnd)
  return nextPhase !== undefined && nextPhase >= entryEnd ? earliest(closes, nextPhase) : closes
}

const earliest = (...days: [string, ...string[]]): string => days.reduce((first, one) => (one < first ? one : first))

/** The day that stands for an asked one on the strip. */
export const within = ({ first, last }: Strip, day: string): string => (day < first ? first : day > last ? last : day)

/** Whether what was read as of a day may still change. */
export const mayChange = (strip: Strip, day: string): boolean =>
  !strip.final && daysBetween(within(strip, day), strip.today) < PROVISIONAL_DAYS

const WEEK = 7

/** The day that a key leads to. @param day the one asked for last, whether or not it was answered */
export function stepTo(strip: Strip, day: string, key: string): string | undefined {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -WEEK, PageUp: WEEK }
  const step = steps[key]
  if (step !== undefined) {
    return within(strip, addDays(within(strip, day), step))
  }
  return key === 'Home' ? strip.first : key === 'End' ? strip.last : undefined
}

/** More dots than that would touch. */
const MOST_DOTS = 70

/** The days that have a dot: each, or one a week, or one in four weeks, in days from the first. */
export function dotsOf({ first, last }: Strip): number[] {
  const length = daysBetween(first, last)
  const every = [1, WEEK].find((step) => length / step <= MOST_DOTS) ?? 4 * WEEK
  return Array.from({ length: Math.floor(length / every) + 1 }, (_, index) => index * every)
}
