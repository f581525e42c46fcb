/** A place on the x axis with the lower and the upper end there. */
export type Ends = readonly [x: number | string, low: number, high: number]

/** What follows one another without a gap: a band never bridges days that have no interval. */
export function runs(points: readonly (Ends | undefined)[]): Ends[][] {
  const all: Ends[][] = []
  let open: Ends[] | undefined
  for (const point of points) {
    if (point === undefined) {
      open = undefined
    } else if (open === undefined) {
      open = [point]
      all.push(open)
    } else {
      open.push(point)
    }
  }
  return all
}
