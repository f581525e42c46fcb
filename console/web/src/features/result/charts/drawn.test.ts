import { replaceEqualDeep } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Experiment, MetricReport, Report } from '../../../api/models'
import { subjectOf } from '../../../ui/headline/subject'
import { drawnArms, drawnMetric } from './drawn'

const metric: MetricReport = {
  key: 'order',
  name: 'Order',
  version: 1,
  kind: 'conversion',
  role: 'success',
  direction: 'increase',
  unit: '%',
  event: 'order',
  range: 'positive',
  means: 'guarded',
  variants: [
    { key: 'control', control: true, units: 10, waiting: 0 },
    { key: 'a', control: false, units: 10, waiting: 0 },
    { key: 'b', control: false, units: 10, waiting: 0 },
  ],
}

const experiment = {
  control: 'control',
  phases: [],
  variants: [{ key: 'control', weight: 1 }, { key: 'a', weight: 1, name: 'Coupon' }, { key: 'b', weight: 1 }],
} as unknown as Experiment

const report = (lagMillis: number) =>
  ({ phase: 1, srm: { variants: ['control', 'a', 'b'], observed: [10, 10, 10] }, freshness: { lagMillis, provisional: true } }) as unknown as Report

test('a poll that changes nothing drawn leaves what is drawn the same object', () => {
  const shown = new Set(['a'])
  const before = { arms: drawnArms(subjectOf(experiment, report(1)), metric, shown), metric: drawnMetric(metric) }
  const counted = { ...metric, variants: metric.variants.map((one) => ({ ...one, units: one.units + 5 })) }
  const after = { arms: drawnArms(subjectOf(experiment, report(2)), counted, shown), metric: drawnMetric(counted) }
  expect(replaceEqualDeep(before, after)).toBe(before)
})

test('the control and the picked variants are drawn, by the names people gave', () => {
  expect(drawnArms(subjectOf(experiment, report(1)), metric, new Set(['a']))).toEqual([
    { key: 'control', control: true, name: 'control', index: 0 },
    { key: 'a', control: false, name: 'Coupon', index: 1 },
  ])
})
