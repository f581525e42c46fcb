/** How many decimals numbers get that stand beside each other. Pure. */

/** Beyond that nobody reads digits. */
const MOST = 8

/** Of a level: none from 1,000 on, two below 100, or as many as show two digits of a small number. */
export function levelDecimals(level: number): number {
  const size = Math.abs(level)
  if (size >= 1000) {
    return 0
  }
  if (size >= 100) {
    return 1
  }
  return size >= 0.1 || size === 0 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(size)))
}

/** Of a share written in percent: two, three under 0.1 %. */
export const rateDecimals = (share: number): number => (Math.abs(share) >= 0.001 || share === 0 ? 2 : 3)

/** As many as make a width five units of the last digit or more: what is finer than that is noise, what is coarser hides the effect. */
const resolving = (width: number): number => Math.min(MOST, Math.max(0, Math.ceil(Math.log10(5 / width) - 1e-9)))

/** Of a difference of amounts, by the width of its interval. */
export function amountDecimals(width: number): number {
  if (width >= 100) {
    return 0
  }
  return width >= 1 ? 1 : Math.max(2, resolving(width))
}

/** Of a difference in percentage points. @param width in points */
export const pointDecimals = (width: number): number => Math.max(width < 0.1 ? 3 : 2, resolving(width))

/** Of a lift. @param width in percent */
export const liftDecimals = (width: number): number => Math.max(1, resolving(width))

/** As many as write a round number out, such as the step of an axis. */
export function exactDecimals(step: number): number {
  const found = Array.from({ length: MOST + 1 }, (_, decimals) => decimals).find((decimals) => {
    const scaled = step * 10 ** decimals
    return Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, scaled) && Math.round(scaled) !== 0
  })
  return found ?? MOST
}

interface Ends {
  low?: number
  high?: number
}

/** The smallest width of intervals that have one. */
export function narrowest(intervals: readonly (Ends | undefined)[]): number | undefined {
  const widths = intervals.flatMap((one) => (one?.low === undefined || one.high === undefined ? [] : [one.high - one.low])).filter((width) => width > 0)
  return widths.length === 0 ? undefined : Math.min(...widths)
}
