import { describe, expect, test } from 'vitest'
import { formatOf } from './format'

const zh = formatOf('zh-CN')
const en = formatOf('en')

describe('numbers', () => {
  test('rates have two decimals, three under 0.1 %', () => {
    expect(en.rate(0.0619)).toBe('6.19%')
    expect(en.rate(0.00058)).toBe('0.058%')
    expect(en.rate(0)).toBe('0.00%')
  })

  test('differences always have their sign, and minus is U+2212', () => {
    expect(en.points(0.0236, 2)).toBe('+2.36')
    expect(en.points(-0.0005, 3)).toBe('−0.050')
    expect(en.points(0, 2)).toBe('0.00')
    expect(en.points(-0.0000001, 3)).toBe('0.000')
  })

  test('lifts have one decimal, none from 100 % on', () => {
    expect(en.lift(0.381)).toBe('+38.1%')
    expect(en.lift(1.91)).toBe('+191%')
    expect(en.lift(-0.05)).toBe('−5.0%')
    expect(en.lift(0.0000003, 6)).toBe('+0.000030%')
  })

  test('amounts put a currency in front, behind the sign, and other units behind', () => {
    expect(zh.change(-62, '¥', 0)).toBe('−¥62')
    expect(zh.amount(1551.2, '¥', 0)).toBe('¥1,551')
    expect(en.amount(2.754, '¥', 2)).toBe('¥2.75')
    expect(en.amount(51.32, 'rounds', 2)).toBe('51.32 rounds')
    expect(en.amount(0.00417, '', 4)).toBe('0.0042')
  })

  test('probabilities never read zero', () => {
    expect(en.probability(1.9e-44)).toBe('< 0.001')
    expect(en.probability(0.0086)).toBe('= 0.009')
    expect(en.probability(0.4699)).toBe('= 0.47')
  })
})

describe('days', () => {
  test('are written from their text, whatever zone the browser is in', () => {
    expect(zh.day('2026-09-20')).toBe('9 月 20 日')
    expect(en.day('2026-09-20')).toBe('20 Sep')
    expect(en.day('2025-12-31', '2026-01-04')).toBe('31 Dec 2025')
  })

  test('durations take the largest unit that fits', () => {
    expect(zh.duration(12_400)).toBe('12 秒')
    expect(en.duration(7_300_000)).toBe('2 h')
    expect(en.duration(-4)).toBe('0 s')
  })
})
