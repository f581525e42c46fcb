import { describe, expect, test } from 'vitest'
import type { MetricReport, Report, VariantReport } from '../../api/models'
import { axisOf, place } from './axis'
import { readingOf, verdictOf, worsened } from './reading'

const control: VariantReport = { key: 'control', control: true, units: 100, waiting: 0, value: 0.1 }

function arm(key: string, estimate: number, low: number, high: number): VariantReport {
  return { key, control: false, units: 100, waiting: 0, value: 0.1 + estimate, absolute: { estimate, low, high, method: 'unpooled-z' } }
}

function metric(variants: VariantReport[], direction: 'increase' | 'decrease' = 'increase'): MetricReport {
  return { key: 'order', name: 'Order', version: 1, kind: 'conversion', role: 'success', direction, unit: '%', event: 'order', range: 'positive', means: 'guarded', variants }
}

function report(metrics: MetricReport[], mismatch = false, observed = [100, 100]): Report {
  return {
    experiment: 'winback',
    phase: 1,
    state: 'running',
    asOf: '2026-09-20',
    zone: 'Asia/Shanghai',
    config: 1,
    startsAt: '2026-09-01T00:00:00Z',
    plan: { alpha: 0.05, power: 0.8 },
    alpha: 0.05,
    freshness: { provisional: false },
    srm: { observed, variants: ['control', 'a'], p: 0.5, mismatch },
    metrics,
    health: { variants: [] },
    warnings: [],
  }
}

describe('reading', () => {
  test('an interval that includes 0 is open, not without effect', () => {
    expect(verdictOf({ direction: 'increase' }, arm('a', 0.01, -0.01, 0.03))).toBe('open')
    expect(verdictOf({ direction: 'increase' }, arm('a', 0.01, 0, 0.03))).toBe('open')
  })

  test('less is better where the metric says so', () => {
    expect(verdictOf({ direction: 'decrease' }, arm('a', -0.02, -0.03, -0.01))).toBe('better')
    expect(verdictOf({ direction: 'decrease' }, arm('a', 0.02, 0.01, 0.03))).toBe('worse')
  })

  test('the headline takes the best estimate on the good side', () => {
    const reading = readingOf(report([metric([control, arm('a', 0.02, 0.01, 0.03), arm('b', -0.02, -0.03, -0.01)], 'decrease')]))
    expect(reading.variant?.key).toBe('b')
    expect(reading.state).toBe('better')
    expect(reading.compared).toBe(2)
  })

  test('a sample ratio mismatch comes before any result', () => {
    expect(readingOf(report([metric([control, arm('a', 0.02, 0.01, 0.03)])], true)).state).toBe('invalid')
  })

  test('no exposed unit is empty, an open window is waiting, a missing test is named', () => {
    const waiting: VariantReport = { key: 'a', control: false, units: 0, waiting: 50, notEstimable: { code: 'not_matured', reason: '' } }
    expect(readingOf(report([metric([control, waiting])], false, [0, 0])).state).toBe('empty')
    expect(readingOf(report([metric([control, waiting])])).state).toBe('waiting')
    const counting: VariantReport = { key: 'a', control: false, units: 9, waiting: 0, notEstimable: { code: 'being_counted', reason: '' } }
    expect(readingOf(report([metric([control, counting])])).state).toBe('counting')
    const still: VariantReport = { key: 'a', control: false, units: 9, waiting: 0, notEstimable: { code: 'zero_events', reason: '' } }
    expect(readingOf(report([metric([control, still])])).state).toBe('notEstimable')
  })
})

test('a guardrail that a variant worsens is named beside its success', () => {
  const guardrail: MetricReport = { ...metric([control, arm('a', 0.02, 0.01, 0.03), arm('b', 0.01, -0.01, 0.03)], 'decrease'), key: 'left', role: 'guardrail' }
  expect(worsened(report([guardrail]), 'a').map((one) => one.key)).toEqual(['left'])
  expect(worsened(report([guardrail]), 'b')).toEqual([])
})

describe('axis', () => {
  test('holds every end and keeps zero at one place', () => {
    for (const ends of [[-0.003, 0.001], [-480, 663], [0.4, 25], [-1e-7, 3e-7]]) {
      const axis = axisOf(ends)
      for (const end of ends) {
        expect(end / axis.step).toBeGreaterThanOrEqual(-4 - 1e-6)
        expect(end / axis.step).toBeLessThanOrEqual(6 + 1e-6)
      }
      expect(place(axis, 0)).toBeCloseTo(0.4)
    }
  })

  test('has a step where nothing varies', () => {
    expect(axisOf([0, 0]).step).toBeGreaterThan(0)
  })
})
