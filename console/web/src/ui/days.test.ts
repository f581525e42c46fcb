import { expect, test } from 'vitest'
import { addDays, dayIn, daysBetween } from './days'

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
