import { expect, test } from 'vitest'
import { addDays, dayIn, daysBetween, startOfDay } from './days'

test('days are counted over months, years and clock changes', () => {
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
  expect(addDays('2026-03-29', 1)).toBe('2026-03-30')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})

test('the day of an instant is the environment\'s, not the browser\'s', () => {
  expect(dayIn('Asia/Shanghai', '2026-03-01T16:30:00Z')).toBe('2026-03-02')
  expect(dayIn('America/Los_Angeles', '2026-03-01T03:00:00Z')).toBe('2026-02-28')
})

test('a day starts when the clocks of its zone say so', () => {
  const start = (zone: string, day: string) => new Date(startOfDay(zone, day)).toISOString()
  expect(start('Asia/Shanghai', '2026-03-02')).toBe('2026-03-01T16:00:00.000Z')
  expect(start('America/Los_Angeles', '2026-03-08')).toBe('2026-03-08T08:00:00.000Z')
  expect(start('America/Los_Angeles', '2026-03-09')).toBe('2026-03-09T07:00:00.000Z')
  expect(start('America/Los_Angeles', '2026-11-01')).toBe('2026-11-01T07:00:00.000Z')
  // Without a midnight: the clocks go from 23:59:59 to 01:00.
  expect(start('Asia/Beirut', '2026-03-29')).toBe('2026-03-28T22:00:00.000Z')
})
