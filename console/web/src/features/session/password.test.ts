import { expect, test } from 'vitest'
import { passwordFault } from './password'

test('a password is refused for what the server would refuse it for', () => {
  expect(passwordFault('eleven char', '')).toBe('short')
  expect(passwordFault('🧋'.repeat(11), '')).toBe('short')
  expect(passwordFault('奶茶'.repeat(12), '')).toBeUndefined()
  expect(passwordFault('奶茶'.repeat(13), '')).toBe('long')
  expect(passwordFault('the one-time one', 'the one-time one')).toBe('same')
})
