/** How many decimals numbers get that stand beside each other. Pure. */

/** Beyond that nobody reads digits. */
const MOST = 8

/** Digits that show two figures of a size below 1, and one decimal up to 100. */
const twoFigures = (size: number): number => Math.min(MOST, 1 - Math.floor(Math.log10(size)))

/** Of a level: none from 1,000 on, two below 100, or as many as show two digits of a small number. */
export function levelDecimals(level: number): number {
  const size = Math.abs(level)
  if (size >= 1000) {
    return 0
  }
  if (size >= 100) {
    return 1
  }
  return size >= 0.1 || size === 0 ? 2 : Math.min(6, twoFigures(size))
}

/** Of a share written in percent: two, three under 0.1 %. */
export const rateDecimals = (share: number): number => (Math.abs(share) >= 0.001 || share === 0 ? 2 : 3)

/** Of a difference, by the width of its interval: what is finer than that is noise, what is coarser hides the effect. */
export function widthDecimals(width: number): number {
  if (width >= 100) {
    return 0
  }
  return width >= 1 ? 1 : twoFigures(width)
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
