import { expect, test } from 'vitest'
import { conditionText } from './condition'

const joints = { all: ' and ', any: ' or ', none: 'none of ' }

test('a condition reads as a line', () => {
  expect(conditionText({ attribute: 'stage', op: 'eq', value: 'lapsed' }, joints)).toBe('stage = lapsed')
  expect(
    conditionText(
      {
        all: [
          { attribute: 'age', op: 'gte', value: 18 },
          { any: [{ attribute: 'city', op: 'in', values: ['上海', '杭州'] }, { attribute: 'vip', op: 'exists' }] },
          { none: [{ attribute: 'bot', op: 'eq', value: true }] },
        ],
      },
      joints,
    ),
  ).toBe('age ≥ 18 and (city ∈ 上海, 杭州 or vip exists) and none of (bot = true)')
})

test('what it does not know stays as it is written', () => {
  expect(conditionText({ odd: 1 }, joints)).toBe('{"odd":1}')
})
