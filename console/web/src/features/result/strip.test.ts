import { describe, expect, test } from 'vitest'
import { dotsOf, mayChange, stepTo, stripOf, within } from './strip'

const week = { window: { delayMillis: 0, lengthMillis: 7 * 86_400_000 } }
const running = { zone: 'Asia/Shanghai', asOf: '2026-09-20', phase: 1, state: 'running' as const, firstDay: '2026-09-07' }
const ended = { ...running, state: 'stopped' as const, asOf: '2026-11-22', firstDay: '2026-03-01', endedAt: '2026-03-14T10:00:00Z' }
const today = '2026-11-22'

describe('the days that can be read', () => {
  test('go up to today while a test runs', () => {
    const strip = stripOf(running, [week], undefined, '2026-09-20', '2026-09-20')
    expect([strip.first, strip.last, strip.over]).toEqual(['2026-09-07', '2026-09-20', false])
    expect([mayChange(strip, '2026-09-17'), mayChange(strip, '2026-09-16')]).toEqual([true, false])
  })

  test('go up to the day on which the last window closed, however long ago that was', () => {
    const strip = stripOf(ended, [week, {}], undefined, today, today)
    expect(strip).toEqual({ first: '2026-03-01', last: '2026-03-21', entryEnd: '2026-03-14', over: true, final: false, today })
    expect(within(strip, today)).toBe('2026-03-21')
    expect(mayChange(strip, today)).toBe(false)
    expect(dotsOf(strip)).toHaveLength(21)
  })

  test('end with the next phase, and never before the entry', () => {
    expect(stripOf(ended, [week], '2026-03-16', today, today).last).toBe('2026-03-16')
    expect(stripOf({ ...ended, endedAt: '2026-11-21T10:00:00Z' }, [week], undefined, today, today).last).toBe(today)
  })

  test('begin with the day that is asked for, where that is earlier', () => {
    expect(stripOf(ended, [week], undefined, today, '2026-02-20').first).toBe('2026-02-20')
  })

  test('have fewer dots than would touch', () => {
    const long = stripOf({ ...running, firstDay: '2026-01-01' }, [week], undefined, '2026-09-20', '2026-09-20')
    expect(dotsOf(long)[1]).toBe(7)
    const years = stripOf({ ...running, firstDay: '2023-01-01' }, [week], undefined, '2026-09-20', '2026-09-20')
    expect(dotsOf(years).length).toBeLessThan(70)
  })
})

describe('a key', () => {
  const strip = stripOf(ended, [week], undefined, today, today)

  test('steps from the day that was asked for, within the strip', () => {
    expect(stepTo(strip, today, 'ArrowLeft')).toBe('2026-03-20')
    expect(stepTo(strip, '2026-03-20', 'ArrowLeft')).toBe('2026-03-19')
    expect(stepTo(strip, '2026-03-20', 'PageUp')).toBe('2026-03-21')
    expect(stepTo(strip, '2026-03-03', 'PageDown')).toBe('2026-03-01')
    expect([stepTo(strip, today, 'Home'), stepTo(strip, today, 'End'), stepTo(strip, today, 'a')]).toEqual(['2026-03-01', '2026-03-21', undefined])
  })
})
