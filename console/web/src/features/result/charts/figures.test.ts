import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import type { Series } from '../../../api/models'
import en from '../../../text/en.json'
import type { Words } from '../../../text/useWords'
import { formatOf } from '../../../ui/format'
import { courseFigures, entryFigures, retentionFigures } from './figures'

const words = i18next.createInstance()
const say = () => ({ t: words.t as Words['t'], format: formatOf('en') })

beforeAll(() =>
  words.init({ lng: 'en', defaultNS: 'texts', keySeparator: false, nsSeparator: false, resources: { en: { texts: en } }, interpolation: { escapeValue: false } }),
)

const metric = { key: 'order', name: 'Order', kind: 'conversion', unit: '%' } as const
const control = { key: 'control', name: 'Control', index: 0, control: true }
const coupon = { key: 'a', name: 'Coupon', index: 1, control: false }
const arms = [control, coupon]

const notMatured = { code: 'not_matured', reason: '' } as const
const series: Series = {
  experiment: 'winback',
  phase: 1,
  asOf: '2026-03-03',
  metric: 'order',
  alpha: 0.05,
  intervals: 'pointwise-fixed-horizon',
  entry: [
    { day: '2026-03-01', waiting: false, variants: [{ key: 'control', control: true, units: 1000, value: 0.05 }, { key: 'a', control: false, units: 900, value: 0.07 }] },
    {
      day: '2026-03-02',
      waiting: true,
      variants: [{ key: 'control', control: true, units: 100, notEstimable: notMatured }, { key: 'a', control: false, units: 90, notEstimable: notMatured }],
    },
  ],
  course: [
    { day: '2026-03-01', variants: [{ key: 'control', control: true, units: 0, waiting: 1000 }, { key: 'a', control: false, units: 0, waiting: 900, notEstimable: notMatured }] },
    {
      day: '2026-03-02',
      variants: [
        { key: 'control', control: true, units: 1000, waiting: 100, value: 0.05 },
        { key: 'a', control: false, units: 900, waiting: 90, value: 0.07, absolute: { estimate: 0.02, low: -0.001, high: 0.041, method: 'unpooled-z' } },
      ],
    },
  ],
}

test('a course as a table has every day, and says what cannot be read', () => {
  const { groups, rows, label } = courseFigures(series, metric, arms, say())
  expect(groups).toEqual([{ name: 'Coupon', index: 1, columns: ['Effect', 'Interval'] }])
  expect(rows).toEqual([
    { name: '1 Mar', cells: ['—', '—'] },
    { name: '2 Mar', cells: ['+2.00', '−0.10 to +4.10'] },
  ])
  expect(label).toBe('Lines with bands: effect on Order in pp, as of every day from 1 Mar to 2 Mar. As of 2 Mar: Coupon +2.00 (−0.10 to +4.10)')
})

test('days of entry as a table have values, or that they wait, and how many entered', () => {
  const { groups, rows, label } = entryFigures(series, { ...metric, window: { delayMillis: 0, lengthMillis: 3_600_000 } }, arms, { zone: 'UTC', asOf: series.asOf, nextPhase: undefined }, say())
  expect(groups.map((group) => group.name)).toEqual(['Control', 'Coupon', 'Exposed'])
  expect(rows).toEqual([
    { name: '1 Mar', cells: ['5.00%', '7.00%', '1,900'] },
    { name: '2 Mar', cells: ['from 4 Mar', 'from 4 Mar', '190'] },
  ])
  expect(label).toContain('Those of 1 Mar: Control 5.00%; Coupon 7.00%')
})

test('retention as a table has every day with an estimate, drawn or not', () => {
  const point = (day: number, cohorts: number) => ({ day, cohorts, units: 100, waiting: 0, count: 20, value: 0.2, low: 0.1, high: 0.3 })
  const drawn = { arm: coupon, points: [point(1, 3), undefined], estimates: [point(1, 3), point(2, 2)] }
  const empty = { arm: control, points: [undefined, undefined], estimates: [] }
  const { rows, label } = retentionFigures([drawn, empty], metric, say())
  expect(rows).toEqual([
    { name: 'day 1', cells: ['20.00%', '10.00% to 30.00%', '—', '—', '3'] },
    { name: 'day 2', cells: ['20.00%', '10.00% to 30.00%', '—', '—', '2'] },
  ])
  expect(label).toContain('up to day 1: Coupon 20.00% (10.00% to 30.00%)')
})
