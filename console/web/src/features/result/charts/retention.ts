import type { Retention } from '../../../api/models'
import { addDays } from '../../../ui/days'
import type { DrawnArm } from './drawn'

export type CurvePoint = Retention['variants'][number]['curve'][number]

/** A point of a curve is of at least so many days of entry: with fewer, weekday and chance of one day make its end. */
export const LEAST_ENTRY_DAYS = 3
/** One or two points are no curve. */
export const LEAST_POINTS = 3

export interface Curve {
  arm: DrawnArm
  /** From day 1 on, one a day; undefined where nothing may be drawn. */
  points: (CurvePoint | undefined)[]
  /** Every day from 1 on that has an estimate, drawn or not. */
  estimates: CurvePoint[]
}

export interface Curves {
  curves: Curve[]
  /** Days that have a point in some arm. */
  days: number[]
  /** Whether that makes a curve. */
  enough: boolean
  /** From when on day n is drawn, if units go on coming every day; undefined where it never is. */
  from: (day: number) => string | undefined
}

/** What days to come depend on. */
export interface Coming {
  running: boolean
  /** Windows that are open then never close. */
  nextPhase: string | undefined
}

/** What may be drawn. Where everybody came on one or two days, as from a list, those are all the days of entry there are. */
export function curvesOf(retention: Retention, arms: readonly DrawnArm[], coming: Coming): Curves {
  const found = arms.map((arm) => ({ arm, variant: retention.variants.find((one) => one.key === arm.key) }))
  const entries = [...new Set(found.flatMap(({ variant }) => (variant?.cohorts ?? []).map((one) => one.day)))].sort()
  const least = Math.min(LEAST_ENTRY_DAYS, Math.max(1, entries.length))
  const last = Math.max(0, ...found.flatMap(({ variant }) => (variant?.curve ?? []).map((point) => point.day)))
  const curves = found.map(({ arm, variant }) => ({
    arm,
    points: Array.from({ length: last }, (_, index) =>
      variant?.curve.find((point) => point.day === index + 1 && point.value !== undefined && point.cohorts >= least),
    ),
    estimates: (variant?.curve ?? []).filter((point) => point.day >= 1 && point.value !== undefined),
  }))
  const days = Array.from({ length: last }, (_, index) => index + 1).filter((day) => curves.some(({ points }) => points[day - 1] !== undefined))
  return {
    curves,
    days,
    enough: days.length >= LEAST_POINTS,
    from: (day) => {
      const entered = lastNeeded(entries, coming.running)
      const over = entered === undefined ? undefined : addDays(entered, day)
      // Day n of an entry is read on the morning after it.
      return over === undefined || (coming.nextPhase !== undefined && over > coming.nextPhase) ? undefined : addDays(over, 1)
    },
  }
}

/** The day of entry that completes a point: the third, to be expected while units come. */
function lastNeeded(entries: readonly string[], running: boolean): string | undefined {
  const [first] = entries
  if (first === undefined || entries.length >= LEAST_ENTRY_DAYS || !running) {
    return entries[LEAST_ENTRY_DAYS - 1] ?? entries.at(-1)
  }
  return addDays(first, LEAST_ENTRY_DAYS - 1)
}

/** The smallest round share that holds every point with its band. */
export function topOf(curves: readonly Curve[]): number {
  const highest = Math.max(0, ...curves.flatMap(({ points }) => points.map((point) => point?.high ?? point?.value ?? 0)))
  const power = 10 ** Math.floor(Math.log10(highest || 1))
  return Math.min(1, ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((nice) => nice * power >= highest) ?? 10) * power)
}
