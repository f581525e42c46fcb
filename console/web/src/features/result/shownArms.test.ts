import { describe, expect, test } from 'vitest'
import type { MetricReport, Report, VariantReport } from '../../api/models'
import { clearlyWorse, firstChoice, looksOf, shownOf } from './shownArms'

const treatments = Array.from({ length: 11 }, (_, index) => `v${index + 1}`)
const control: VariantReport = { key: 'control', control: true, units: 100, waiting: 0, value: 0.1 }

/** A metric in which every arm is open but those whose effects are given. */
function metric(key: string, role: MetricReport['role'], effects: Record<string, number>, direction: MetricReport['direction'] = 'increase'): MetricReport {
  const arms = treatments.map((arm): VariantReport => {
    const estimate = effects[arm] ?? 0
    return { key: arm, control: false, units: 100, waiting: 0, value: 0.1 + estimate, absolute: { estimate, low: estimate - 0.01, high: estimate + 0.01, method: 'unpooled-z' } }
  })
  return { key, name: key, version: 1, kind: 'conversion', role, direction, unit: '%', event: 'order', range: 'positive', means: 'guarded', variants: [control, ...arms] }
}

function report(metrics: MetricReport[], mismatch = false): Report {
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
    srm: { observed: [control, ...treatments].map(() => 100), variants: ['control', ...treatments], p: 0.5, mismatch },
    metrics,
    health: { variants: [] },
    warnings: [],
  }
}

const order = metric('order', 'success', { v7: 0.05, v10: -0.03, v11: -0.02 })
const left = metric('left', 'guardrail', { v9: 0.04 }, 'decrease')

describe('of many arms', () => {
  test('the first choice holds the headline\'s and the worst, in the order of the phase', () => {
    expect(firstChoice(report([order]), treatments)).toEqual(['v1', 'v7', 'v10', 'v11'])
    expect(firstChoice(report([order, left]), treatments)).toEqual(['v7', 'v9', 'v10', 'v11'])
  })

  test('the worst of the headline\'s metric comes first, then that of guardrails; what is only for the picture harms nobody', () => {
    expect(clearlyWorse(report([left, order, metric('seen', 'secondary', { v2: -0.5 })]))).toEqual(['v10', 'v11', 'v9'])
  })

  test('more that are worse than there is room for leave the headline\'s in', () => {
    const many = metric('order', 'success', { v11: 0.05, v2: -0.02, v3: -0.06, v4: -0.05, v5: -0.04, v6: -0.03 })
    expect(firstChoice(report([many]), treatments)).toEqual(['v3', 'v4', 'v5', 'v11'])
  })

  test('a blocked report prefers none', () => {
    expect(firstChoice(report([order], true), treatments)).toEqual(['v1', 'v2', 'v3', 'v4'])
  })

  test('the address decides, as far as it names arms there are', () => {
    expect(shownOf(report([order]), treatments, ['v5', 'v2', 'gone'])).toEqual(['v2', 'v5'])
    expect(shownOf(report([order]), treatments, ['gone'])).toEqual(firstChoice(report([order]), treatments))
    expect(shownOf(report([order]), ['v1', 'v2'], ['v2'])).toEqual(['v1', 'v2'])
  })

  test('no two of those shown look alike, and the first ones keep their look', () => {
    const looks = looksOf(treatments, new Set(['v1', 'v7', 'v10', 'v11']))
    expect(treatments.map((key) => looks.get(key))).toEqual([1, 5, 5, 5, 5, 5, 2, 5, 5, 3, 4])
    const more = looksOf(treatments, new Set(['v2', 'v6', 'v7', 'v8', 'v9']))
    expect(['v2', 'v6', 'v7', 'v8', 'v9'].map((key) => more.get(key))).toEqual([2, 1, 3, 4, 5])
  })
})
