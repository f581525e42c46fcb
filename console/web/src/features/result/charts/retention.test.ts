import { describe, expect, test } from 'vitest'
import type { Retention } from '../../../api/models'
import { addDays } from '../../../ui/days'
import { curvesOf, topOf, type CurvePoint } from './retention'
import { runs } from './runs'

const arm = { key: 'a', name: 'A', index: 1, control: false }
const FIRST = '2026-11-01'
const running = { running: true, nextPhase: undefined }

/** Units on each of so many days of entry; day n is over for all but the last n of them. */
function retention(entries: number, change: (point: CurvePoint) => CurvePoint = (point) => point): Retention {
  const curve = Array.from({ length: 31 }, (_, day): CurvePoint => {
    const cohorts = Math.max(0, entries - day - 1)
    return change(cohorts === 0 ? { day, cohorts, units: 0, waiting: 100 } : { day, cohorts, units: 100, waiting: 0, value: 0.2, low: 0.1, high: 0.34 })
  })
  const cohorts = Array.from({ length: entries }, (_, index) => ({ day: addDays(FIRST, index), units: 100, retained: [] }))
  return { experiment: 'e', phase: 1, asOf: FIRST, metric: 'm', alpha: 0.05, method: 'wilson', variants: [{ key: 'a', control: false, curve, cohorts }] }
}

describe('retention', () => {
  test('of few days of entry is no curve, and says from when it is one', () => {
    for (const entries of [1, 2, 3, 4, 5, 6]) {
      expect(curvesOf(retention(entries), [arm], running).enough, `${entries}`).toBe(false)
      expect(curvesOf(retention(entries), [arm], running).from(3)).toBe('2026-11-07')
    }
    const drawn = curvesOf(retention(7), [arm], running)
    expect(drawn.enough).toBe(true)
    expect(drawn.days).toEqual([1, 2, 3])
  })

  test('promises no day that never comes', () => {
    const stopped = { running: false, nextPhase: undefined }
    expect(curvesOf(retention(0), [arm], running)).toMatchObject({ days: [], enough: false })
    expect(curvesOf(retention(0), [arm], running).from(3)).toBeUndefined()
    expect(curvesOf(retention(2), [arm], stopped).from(3)).toBe('2026-11-06')
    expect(curvesOf(retention(4), [arm], { running: false, nextPhase: '2026-11-05' }).from(3)).toBeUndefined()
    expect(curvesOf(retention(4), [arm], { running: false, nextPhase: '2026-11-06' }).from(3)).toBe('2026-11-07')
  })

  test('of a list that came on one day is drawn once days have passed', () => {
    const list = retention(1, (point) => (point.day > 5 ? point : { ...point, cohorts: 1, value: 0.2, low: 0.1, high: 0.3 }))
    expect(curvesOf(list, [arm], running)).toMatchObject({ days: [1, 2, 3, 4, 5], enough: true })
  })

  test('leaves a gap where a day has no estimate', () => {
    const { curves } = curvesOf(
      retention(12, (point) => (point.day === 4 ? { day: 4, cohorts: 7, units: 0, waiting: 0 } : point)),
      [arm],
      running,
    )
    expect(curves[0]?.points.slice(0, 6).map((point) => point?.day)).toEqual([1, 2, 3, undefined, 5, 6])
  })

  test('has room for the bands', () => {
    expect(topOf(curvesOf(retention(12), [arm], running).curves)).toBe(0.4)
    expect(topOf([])).toBeGreaterThan(0)
    const full = retention(12, (point) => ({ ...point, high: 1 }))
    expect(topOf(curvesOf(full, [arm], running).curves)).toBe(1)
  })
})

describe('a band', () => {
  test('parts at what is missing', () => {
    expect(runs([[1, 0, 1], [2, 0, 1], undefined, undefined, [5, 0, 1]])).toEqual([[[1, 0, 1], [2, 0, 1]], [[5, 0, 1]]])
    expect(runs([undefined])).toEqual([])
  })
})
