import { expect, test } from 'vitest'
import { conditionText } from './condition'

const joints = { all: ' and ', any: ' or ', none: 'none of ' }

test('a condition reads as a line', () => {
  expect(conditionText({ attribute: 'stage', op: 'eq', value: 'lapsed' }, joints)).toBe('stage = lapsed')
  expect(
    conditionText(
      {
        op: 'all',
        of: [
          { attribute: 'age', op: 'gte', value: 18 },
          { op: 'any', of: [{ attribute: 'city', op: 'in', values: ['上海', '杭州'] }, { attribute: 'vip', op: 'exists' }] },
          { op: 'none', of: [{ attribute: 'bot', op: 'eq', value: true }] },
        ],
      },
      joints,
    ),
  ).toBe('age ≥ 18 and (city ∈ 上海, 杭州 or vip exists) and none of (bot = true)')
})

test('every operator has its sign', () => {
  const text = (condition: unknown) => conditionText(condition, joints)
  expect(text({ op: 'between', attribute: 'age', from: 18, to: 25 })).toBe('18 ≤ age < 25')
  expect(text({ op: 'semver', attribute: 'version', order: 'gte', value: '2.10.0' })).toBe('version ≥ v2.10.0')
  expect(text({ op: 'after', attribute: 'seen', value: '2026-11-22T08:00:00Z' })).toBe('seen > 2026-11-22T08:00:00Z')
  expect(text({ op: 'contains', attribute: 'tags', value: 'tea' })).toBe('tags ∋ tea')
  expect(text({ op: 'startsWith', attribute: 'phone', value: '138' })).toBe('phone startsWith 138')
  expect(text({ op: 'inSegment', segment: 'lapsed' })).toBe('inSegment lapsed')
})

test('what it does not know stays as it is written', () => {
  expect(conditionText({ odd: 1 }, joints)).toBe('{"odd":1}')
})
