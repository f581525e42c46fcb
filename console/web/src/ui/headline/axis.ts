/** The axis of one metric's intervals: zero stands at the same place in every row, so zero lines align down the page. */
export interface Axis {
  /** Steps left and right of zero. */
  readonly left: number
  readonly right: number
  /** One step, in the metric's own size. */
  readonly step: number
  /** Tick values, ascending, in steps. */
  readonly ticks: readonly number[]
}

const LEFT = 4
const RIGHT = 6
const NICE = [1, 2, 2.5, 5, 10]
/** Where no interval has any length. */
const FALLBACK = 0.01

/** The smallest nice step with which −4 to 6 steps hold all the ends. @param ends turned so that right is better */
export function axisOf(ends: readonly number[]): Axis {
  const needed = Math.max(0, ...ends.map((end) => (end < 0 ? -end / LEFT : end / RIGHT)))
  return { left: LEFT, right: RIGHT, step: needed === 0 ? FALLBACK : niceAbove(needed), ticks: [-4, -2, 0, 2, 4, 6] }
}

function niceAbove(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  const factor = NICE.find((nice) => nice * power >= size * (1 - 1e-9)) ?? 10
  return factor * power
}

/** Where a value lies, 0 at the left end and 1 at the right; cut off outside. */
export function place(axis: Axis, value: number): number {
  const at = (value / axis.step + axis.left) / (axis.left + axis.right)
  return Math.min(1, Math.max(0, at))
}
