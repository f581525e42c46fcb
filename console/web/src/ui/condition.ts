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

/** The wire says `{"op": "all", "of": [...]}`. */
const isJoint = (op: Json): op is keyof Joints => op === 'all' || op === 'any' || op === 'none'

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
  const { attribute, op, of, order, segment, value, values, from, to } = condition
  if (isJoint(op) && Array.isArray(of)) {
    const inner = of.map((part) => conditionText(part, joints)).join(op === 'all' ? joints.all : joints.any)
    return op === 'none' ? `${joints.none}(${inner})` : of.length > 1 && op === 'any' ? `(${inner})` : inner
  }
  if (op === 'inSegment' && typeof segment === 'string') {
    return `${op} ${segment}`
  }
  if (typeof attribute !== 'string' || typeof op !== 'string') {
    return JSON.stringify(condition)
  }
  if (op === 'between') {
    return `${plain(from)} ≤ ${attribute} < ${plain(to)}`
  }
  const sign = op === 'semver' && typeof order === 'string' ? `${SIGNS[order] ?? order} v` : `${SIGNS[op] ?? op} `
  const operand = values ?? value
  return `${attribute} ${operand === undefined ? op : `${sign}${plain(operand)}`}`
}
