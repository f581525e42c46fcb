/** A condition of the datafile's language, as a line of text: stage = lapsed and age ≥ 18. */
type Json = unknown

const SIGNS: Record<string, string> = {
  eq: '=',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  in: '∈',
  before: '<',
  after: '>',
  contains: '∋',
}

const isObject = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value)

const plain = (value: Json): string =>
  Array.isArray(value) ? value.map(plain).join(', ') : typeof value === 'string' ? value : JSON.stringify(value)

/** Words for `and`, `or`, `none of`, as the language has them. */
export interface Joints {
  all: string
  any: string
  none: string
}

export function conditionText(condition: Json, joints: Joints): string {
  if (!isObject(condition)) {
    return plain(condition)
  }
  for (const joint of ['all', 'any', 'none'] as const) {
    const parts = condition[joint]
    if (Array.isArray(parts)) {
      const inner = parts.map((part) => conditionText(part, joints)).join(joint === 'all' ? joints.all : joints.any)
      return joint === 'none' ? `${joints.none}(${inner})` : parts.length > 1 && joint === 'any' ? `(${inner})` : inner
    }
  }
  const { attribute, op, value, values } = condition
  if (typeof attribute !== 'string' || typeof op !== 'string') {
    return JSON.stringify(condition)
  }
  const operand = values ?? value
  return `${attribute} ${SIGNS[op] ?? op}${operand === undefined ? '' : ` ${plain(operand)}`}`
}
