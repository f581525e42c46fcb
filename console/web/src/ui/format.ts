import { rateDecimals } from './decimals'

/** Numbers and days as the page writes them. Pure; one instance per language. */
export type Language = 'zh-CN' | 'en'

const MINUS = '\u2212'
const PLUS = '+'
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Signs in front of a number; other units stand behind it. */
const CURRENCIES = new Set(['¥', '$', '€', '£', 'CN¥', 'HK$'])

export interface Format {
  language: Language
  /** 42,041 */
  count(value: number): string
  /** 6.19%; three decimals under 0.1 %, unless told. */
  rate(value: number, decimals?: number): string
  /** +2.36, without its unit. */
  points(value: number, decimals: number): string
  /** 个百分点 or pp. */
  pointsUnit: string
  /** +38.1%; no decimal from 100 % on, unless more are asked for than one. */
  lift(value: number, decimals?: number): string
  /** ¥1,551, 3.20 次. */
  amount(value: number, unit: string, decimals: number): string
  /** As amount, with its sign. */
  change(value: number, unit: string, decimals: number): string
  /** What follows `p`: = 0.47, < 0.001. */
  probability(value: number): string
  /** A number of a formula: four significant digits, without trailing zeros. */
  figure(value: number): string
  /** 9 月 20 日 or 20 Sep of an ISO day; with the year where it is not `beside`'s. */
  day(iso: string, beside?: string): string
  /** 9/20 or 20 Sep, for axes. */
  shortDay(iso: string): string
  /** 12 秒, 5 min: the largest unit that fits. */
  duration(millis: number): string
}

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`
}

function fixed(value: number, decimals: number): string {
  return grouped(Math.abs(value).toFixed(decimals))
}

/** A value that rounds to zero has no sign: −0.00 would claim a direction. */
function sign(value: number, written: string, always: boolean): string {
  if (!/[1-9]/.test(written)) {
    return ''
  }
  return value < 0 ? MINUS : always ? PLUS : ''
}

function signed(value: number, decimals: number, always: boolean): string {
  const written = fixed(value, decimals)
  return sign(value, written, always) + written
}

function significant(value: number): string {
  if (value === 0) {
    return '0'
  }
  const size = Math.abs(value)
  if (size < 1e-4 || size >= 1e7) {
    return value.toExponential(2).replace('-', MINUS).replace('e+', 'e')
  }
  const decimals = Math.max(0, 3 - Math.floor(Math.log10(size)))
  const written = signed(value, decimals, false)
  return written.includes('.') ? written.replace(/\.?0+$/, '') : written
}

const DURATIONS: ReadonlyArray<readonly [limit: number, unit: number, zh: string, en: string]> = [
  [60_000, 1_000, '秒', 's'],
  [3_600_000, 60_000, '分钟', 'min'],
  [172_800_000, 3_600_000, '小时', 'h'],
  [Infinity, 86_400_000, '天', 'days'],
]

export function formatOf(language: Language): Format {
  const zh = language === 'zh-CN'
  const parts = (iso: string) => {
    const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-')
    return { year, month: Number(month), day: Number(day) }
  }
  const withUnit = (value: number, unit: string, decimals: number, always: boolean) => {
    const written = fixed(value, decimals)
    const mark = sign(value, written, always)
    if (CURRENCIES.has(unit)) {
      return `${mark}${unit}${written}`
    }
    return unit === '' ? mark + written : `${mark}${written} ${unit}`
  }
  return {
    language,
    count: (value) => grouped(Math.round(value).toString()),
    rate: (value, decimals = rateDecimals(value)) => `${signed(value * 100, decimals, false)}%`,
    points: (value, decimals) => signed(value * 100, decimals, true),
    pointsUnit: zh ? '个百分点' : 'pp',
    lift: (value, decimals = 1) => `${signed(value * 100, decimals === 1 && Math.abs(value) >= 1 ? 0 : decimals, true)}%`,
    amount: (value, unit, decimals) => withUnit(value, unit, decimals, false),
    change: (value, unit, decimals) => withUnit(value, unit, decimals, true),
    probability: (value) => {
      if (value < 0.001) {
        return '< 0.001'
      }
      return `= ${value.toFixed(value < 0.1 ? 3 : 2)}`
    },
    figure: significant,
    day: (iso, beside) => {
      const { year, month, day } = parts(iso)
      const other = beside !== undefined && beside.slice(0, 4) !== year
      if (zh) {
        return `${other ? `${year} 年 ` : ''}${month} 月 ${day} 日`
      }
      return `${day} ${MONTHS[month - 1] ?? ''}${other ? ` ${year}` : ''}`
    },
    shortDay: (iso) => {
      const { month, day } = parts(iso)
      return zh ? `${month}/${day}` : `${day} ${MONTHS[month - 1] ?? ''}`
    },
    duration: (millis) => {
      const row = DURATIONS.find(([limit]) => millis < limit) ?? DURATIONS[3]!
      const [, unit, inZh, inEn] = row
      return `${Math.max(0, Math.floor(millis / unit))} ${zh ? inZh : inEn}`
    },
  }
}
