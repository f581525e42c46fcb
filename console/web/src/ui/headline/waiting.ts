import type { Experiment, MetricReport, Report } from '../../api/models'
import { addDays, dayIn, startOfDay } from '../days'

/** When units that wait can be read. Days are the environment's. */

/** What decides when windows close, beside the metric. */
export type Calendar = Pick<Report, 'zone' | 'asOf' | 'phase' | 'firstDay' | 'endedAt'>

type Timed = Pick<MetricReport, 'days' | 'window'>

/** The day at whose end the windows have closed of all who entered on a day. */
export function closingDay(zone: string, metric: Timed, entered: string): string {
  const { days, window } = metric
  if (days !== undefined) {
    return addDays(entered, days[1] ?? days[0] ?? 0)
  }
  if (window === undefined) {
    return entered
  }
  // A window may span a change of the clocks: it is counted in hours, not in days.
  return dayIn(zone, new Date(startOfDay(zone, addDays(entered, 1)) + window.delayMillis + window.lengthMillis - 1).toISOString())
}

/** The day on which the next phase began: windows that are open then never close. */
export function nextPhaseDay(phases: Experiment['phases'], { phase, zone }: Pick<Calendar, 'phase' | 'zone'>): string | undefined {
  const next = phases.find((one) => one.number === phase + 1)
  return next === undefined ? undefined : dayIn(zone, next.startsAt)
}

/** The last day of entry as of the report's day. */
function lastEntry({ zone, asOf, endedAt }: Calendar): string {
  const ended = endedAt === undefined ? asOf : dayIn(zone, endedAt)
  return ended < asOf ? ended : asOf
}

/** From which day on numbers can be read that all wait: by when at the latest, or never. */
export type Readable = { from: string; latest: boolean } | 'never'

/** For a metric all of whose units of a variant wait as of the report's day. */
export function readable(calendar: Calendar, metric: Timed, nextPhase: string | undefined): Readable {
  const { zone, asOf, firstDay } = calendar
  const never = (closes: string) => nextPhase !== undefined && closes > nextPhase
  const first = firstDay === undefined ? undefined : closingDay(zone, metric, firstDay)
  if (first !== undefined && never(first)) {
    return 'never'
  }
  // A day's windows are closed when the day is over: they are read from the next one on.
  if (first !== undefined && addDays(first, 1) > asOf) {
    return { from: addDays(first, 1), latest: false }
  }
  // The first day has closed without this variant: its units came later, on a day that the report does not tell.
  const last = closingDay(zone, metric, lastEntry(calendar))
  return never(last) ? 'never' : { from: addDays(last, 1), latest: true }
}

/** The day at whose end the last window closes of those who wait as of the report's day; none where the next phase comes first. */
export function lastClosing(calendar: Calendar, metric: Timed, nextPhase: string | undefined): string | undefined {
  const last = closingDay(calendar.zone, metric, lastEntry(calendar))
  return nextPhase !== undefined && last > nextPhase ? undefined : last
}
