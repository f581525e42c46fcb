import { describe, expect, test } from 'vitest'
import type { MetricReport, VariantReport } from '../../api/models'
import { formatOf } from '../format'
import { metricFormat } from './subject'

const en = formatOf('en')

function metric(kind: MetricReport['kind'], unit: string, level: number, estimate: number, low?: number, high?: number): MetricReport {
  const ends = low === undefined || high === undefined ? {} : { low, high }
  const relative = low === undefined || high === undefined ? {} : { low: low / level, high: high / level }
  const variants: VariantReport[] = [
    { key: 'control', control: true, units: 100, waiting: 0, value: level },
    {
      key: 'a',
      control: false,
      units: 100,
      waiting: 0,
      value: level + estimate,
      absolute: { estimate, method: 'welch', ...ends },
      relative: { estimate: estimate / level, method: 'fieller', ...relative },
    },
  ]
  return { key: 'm', name: 'M', version: 1, kind, role: 'success', direction: 'increase', unit, event: 'e', range: 'positive', means: 'guarded', variants }
}

describe('the decimals of a difference come from the width of its interval', () => {
  test('a small one beside a large level is told', () => {
    const write = metricFormat(metric('sum', '¥', 1200, 0.0004, 0.0001, 0.0007), en)
    expect(write.changeWithUnit(0.0004)).toBe('+¥0.0004')
    expect(write.value(1200.0004)).toBe('¥1,200.0004')
    expect(write.lift(0.0004 / 1200)).toBe('+0.00003%')
  })

  test('a wide one has none that mean nothing', () => {
    const write = metricFormat(metric('sum', '¥', 1530, -68, -935, 799), en)
    expect([write.value(1462), write.change(-68), write.change(799)]).toEqual(['¥1,462', '−¥68', '+¥799'])
    const narrower = metricFormat(metric('sum', '¥', 37.4, 9.3, 6.1, 12.1), en)
    expect([narrower.change(9.3), narrower.value(46.7)]).toEqual(['+¥9.3', '¥46.7'])
  })

  test('rates keep two, and get more where the interval is narrower', () => {
    const usual = metricFormat(metric('conversion', '%', 0.0619, 0.0236, 0.0176, 0.0296), en)
    expect([usual.value(0.0855), usual.changeWithUnit(0.0236), usual.lift(0.381)]).toEqual(['8.55%', '+2.36 pp', '+38.1%'])
    const fine = metricFormat(metric('conversion', '%', 0.0619, 0.000004, 0.000001, 0.000007), en)
    expect([fine.changeWithUnit(0.000004), fine.value(0.061904)]).toEqual(['+0.0004 pp', '6.1904%'])
  })

  test('money under a yuan keeps its cents', () => {
    const write = metricFormat(metric('sum', '¥', 0.02, 0.504, 0.461, 0.546), en)
    expect([write.change(0.504), write.change(0.461)]).toEqual(['+¥0.50', '+¥0.46'])
  })

  test('ticks have no more than their step', () => {
    const rate = metricFormat(metric('conversion', '%', 0.1, 0.5, 0.35, 0.65), en)
    expect([rate.tick(0.8, 0.4), rate.tick(-0.005, 0.005), rate.tick(0.00025, 0.00025)]).toEqual(['+80', '−0.5', '+0.025'])
    expect(metricFormat(metric('sum', '¥', 2, 1, 0.5, 1.5), en).tick(-0.4, 0.4)).toBe('−¥0.4')
  })

  test('without an interval the level decides', () => {
    expect(metricFormat(metric('sum', '¥', 1200, 3), en).value(1203)).toBe('¥1,203')
    expect(metricFormat(metric('conversion', '%', 0.0619, 0.01), en).value(0.0619)).toBe('6.19%')
  })
})
