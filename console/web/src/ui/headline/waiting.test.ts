import { describe, expect, test } from 'vitest'
import { closingDay, lastClosing, readable, type Calendar } from './waiting'

const DAY = 86_400_000
const threeDays = { window: { delayMillis: 0, lengthMillis: 3 * DAY } }
const calendar: Calendar = { zone: 'Asia/Shanghai', asOf: '2026-09-08', phase: 1, firstDay: '2026-09-07' }

describe('windows close', () => {
  test('with the day at whose end the last of a day\'s newcomers has been seen long enough', () => {
    expect(closingDay('Asia/Shanghai', threeDays, '2026-09-07')).toBe('2026-09-10')
    expect(closingDay('Asia/Shanghai', { window: { delayMillis: 0, lengthMillis: 3_600_000 } }, '2026-09-07')).toBe('2026-09-08')
    expect(closingDay('Asia/Shanghai', { window: { delayMillis: DAY, lengthMillis: DAY } }, '2026-09-07')).toBe('2026-09-09')
    expect(closingDay('Asia/Shanghai', { days: [4, 7] }, '2026-09-07')).toBe('2026-09-14')
    expect(closingDay('Asia/Shanghai', {}, '2026-09-07')).toBe('2026-09-07')
  })

  test('a day later where the clocks lose an hour meanwhile', () => {
    expect(closingDay('America/Los_Angeles', threeDays, '2026-03-06')).toBe('2026-03-10')
    expect(closingDay('America/Los_Angeles', threeDays, '2026-03-09')).toBe('2026-03-12')
  })
})

describe('who waits can be read', () => {
  test('from the day after the first windows have closed', () => {
    expect(readable(calendar, threeDays, undefined)).toEqual({ from: '2026-09-11', latest: false })
    expect(readable({ ...calendar, asOf: '2026-09-10' }, threeDays, undefined)).toEqual({ from: '2026-09-11', latest: false })
  })

  test('at the latest when all windows have closed, where a variant began later than the others', () => {
    expect(readable({ ...calendar, asOf: '2026-09-20' }, threeDays, undefined)).toEqual({ from: '2026-09-24', latest: true })
    expect(readable({ ...calendar, asOf: '2026-09-20', endedAt: '2026-09-18T09:00:00Z' }, threeDays, undefined)).toEqual({ from: '2026-09-22', latest: true })
  })

  test('never, where the next phase began first', () => {
    expect(readable(calendar, threeDays, '2026-09-09')).toBe('never')
    expect(readable(calendar, threeDays, '2026-09-10')).toEqual({ from: '2026-09-11', latest: false })
    expect(lastClosing(calendar, threeDays, '2026-09-09')).toBeUndefined()
    expect(lastClosing(calendar, threeDays, undefined)).toBe('2026-09-11')
  })
})
