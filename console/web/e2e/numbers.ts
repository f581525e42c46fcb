/** Reads a number as the page shows it, apart from the code that wrote it: its value and half of its last digit. */
export function shown(text: string): { value: number; tolerance: number } {
  const found = /([+\u2212-]?)\s*[¥$€£]?\s*([\d,]+(?:\.(\d+))?)/.exec(text.replace(/([+\u2212])([¥$€£])/, '$1'))
  if (found === null) {
    throw new Error(`${text}: no number in it`)
  }
  const [, sign, digits = '', decimals = ''] = found
  const size = Number(digits.replaceAll(',', ''))
  return { value: sign === '' || sign === '+' ? size : -size, tolerance: 0.5000001 * 10 ** -decimals.length }
}

/** Both ends of an interval as the page shows it. */
export function shownEnds(text: string): [ReturnType<typeof shown>, ReturnType<typeof shown>] {
  const [low = '', high = ''] = text.split(/ to | 到 /)
  return [shown(low), shown(high)]
}
