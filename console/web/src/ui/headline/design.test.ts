import { expect, test } from 'vitest'
import type { Experiment } from '../../api/models'
import { designOf } from './design'

const experiment = {
  layer: 'coupons',
  slots: [[0, 200_000]],
  audience: { op: 'exists', attribute: 'vip' },
  control: 'b',
  variants: [{ key: 'a', weight: 1 }, { key: 'b', weight: 1 }],
  phases: [
    { number: 1, layer: 'default', slots: [[0, 500_000]], control: 'a', variants: [{ key: 'a', weight: 9 }, { key: 'b', weight: 1 }] },
    { number: 2, layer: 'coupons', slots: [[0, 200_000]], audience: { op: 'exists', attribute: 'vip' }, control: 'b', variants: [] },
  ],
} as unknown as Experiment

test('an earlier phase has the design it had, not the one of now', () => {
  expect(designOf(experiment, 1)).toMatchObject({ layer: 'default', slots: [[0, 500_000]], control: 'a', variants: [{ weight: 9 }, { weight: 1 }] })
  expect(designOf(experiment, 1).audience).toBeUndefined()
})

test('without a phase it is the design of the next start', () => {
  expect(designOf(experiment, undefined)).toBe(experiment)
})
