import type { Series } from '../../../api/models'
import { isRate } from '../../../ui/headline/reading'
import type { Words } from '../../../text/useWords'
import { seriesFormat, waitingWords, type DrawnArm, type DrawnMetric, type Waits } from './drawn'
import type { Curve } from './retention'

/** The numbers behind a chart as a table: a row a day, a group of columns a variant. */
export interface Figures {
  /** What is drawn, in words, with where it ends. */
  label: string
  /** Over the first column. */
  head: string
  groups: { name: string; index?: number; columns: string[] }[]
  rows: { name: string; cells: string[] }[]
}

type Say = Pick<Words, 't' | 'format'>

const last = <T>(all: readonly T[], holds: (one: T) => boolean): T | undefined => [...all].reverse().find(holds)

/** Of the effect as of every day. */
export function courseFigures(series: Series, metric: DrawnMetric, arms: readonly DrawnArm[], { t, format }: Say): Figures {
  const write = seriesFormat(metric, series, format)
  const treated = arms.filter((arm) => !arm.control)
  const effect = (day: Series['course'][number] | undefined, key: string) => {
    const found = day?.variants.find((one) => one.key === key)?.absolute
    return found?.low === undefined || found.high === undefined
      ? undefined
      : { estimate: write.change(found.estimate), interval: t('range', { low: write.change(found.low), high: write.change(found.high) }) }
  }
  const { course } = series
  const newest = last(course, (day) => treated.some((arm) => effect(day, arm.key) !== undefined))
  const ends = treated.flatMap(({ key, name }) => {
    const found = effect(newest, key)
    return found === undefined ? [] : [t('figures.end', { name, value: found.estimate, interval: found.interval })]
  })
  return {
    label: sentence(t('course.label', { metric: metric.name, unit: isRate(metric) ? format.pointsUnit : metric.unit, ...span(course, format) }), newest === undefined ? '' : t('figures.newest', { day: format.day(newest.day) }), ends, t),
    head: t('figures.day'),
    groups: treated.map(({ name, index }) => ({ name, index, columns: [t('figures.effect'), t('metrics.interval')] })),
    rows: course.map((day) => ({
      name: format.day(day.day, course.at(-1)?.day),
      cells: treated.flatMap(({ key }) => {
        const found = effect(day, key)
        return [found?.estimate ?? t('none'), found?.interval ?? t('none')]
      }),
    })),
  }
}

/** Of the days of entry. */
export function entryFigures(series: Series, metric: DrawnMetric, arms: readonly DrawnArm[], waits: Waits, { t, format }: Say): Figures {
  const write = seriesFormat(metric, series, format)
  const { entry } = series
  const value = (day: Series['entry'][number] | undefined, key: string) => day?.variants.find((one) => one.key === key)?.value
  const newest = last(entry, (day) => arms.some((arm) => value(day, arm.key) !== undefined))
  const ends = arms.flatMap(({ key, name }) => {
    const found = value(newest, key)
    return found === undefined ? [] : [t('figures.value', { name, value: write.value(found) })]
  })
  return {
    label: sentence(t('entry.label', { metric: metric.name, ...span(entry, format) }), newest === undefined ? '' : t('entry.newest', { day: format.day(newest.day) }), ends, t),
    head: t('cohorts.day'),
    groups: [
      ...arms.map(({ name, index }) => ({ name, index, columns: [t('metrics.value')] })),
      { name: t('progress.exposed'), columns: [t('cohorts.units')] },
    ],
    rows: entry.map((day) => ({
      name: format.day(day.day, entry.at(-1)?.day),
      cells: [
        ...arms.map(({ key }) => {
          const found = value(day, key)
          if (found !== undefined) {
            return write.value(found)
          }
          return day.waiting ? waitingWords(day.day, metric, waits, { t, format }, true) : t('none')
        }),
        format.count(day.variants.reduce((sum, one) => sum + one.units, 0)),
      ],
    })),
  }
}

/** Of retention: every day that has an estimate in some variant, also those that the curve leaves out. */
export function retentionFigures(curves: readonly Curve[], metric: DrawnMetric, { t, format }: Say): Figures {
  const days = [...new Set(curves.flatMap(({ estimates }) => estimates.map((point) => point.day)))].sort((one, other) => one - other)
  const drawn = curves.flatMap(({ points }) => points.flatMap((point) => (point === undefined ? [] : [point.day])))
  const newest = drawn.length === 0 ? undefined : Math.max(...drawn)
  const at = ({ estimates }: Curve, day: number) => estimates.find((one) => one.day === day)
  const cells = (curve: Curve, day: number) => {
    const { value, low, high } = at(curve, day) ?? {}
    return [
      value === undefined ? t('none') : format.rate(value),
      low === undefined || high === undefined ? t('none') : t('range', { low: format.rate(low), high: format.rate(high) }),
    ]
  }
  const entries = (day: number) => Math.min(...curves.flatMap((curve) => at(curve, day)?.cohorts ?? []))
  const ends = curves.flatMap((curve) => {
    const [value = '', interval = ''] = newest === undefined || curve.points[newest - 1] === undefined ? [] : cells(curve, newest)
    return value === '' ? [] : [t('figures.end', { name: curve.arm.name, value, interval })]
  })
  const label = t('retention.label', { metric: metric.name, day: newest ?? 0 })
  return {
    label: ends.length === 0 ? label : `${label}${t('colon')}${ends.join(t('semicolon'))}`,
    head: t('figures.after'),
    groups: [
      ...curves.map(({ arm: { name, index } }) => ({ name, index, columns: [t('metrics.value'), t('metrics.interval')] })),
      { name: t('figures.entered'), columns: [t('figures.entries')] },
    ],
    rows: days.map((day) => ({
      name: t('retention.short', { day }),
      cells: [...curves.flatMap((curve) => cells(curve, day)), format.count(entries(day))],
    })),
  }
}

function span(days: readonly { day: string }[], format: Words['format']): { from: string; to: string } {
  const to = days.at(-1)?.day ?? ''
  return { from: format.day(days[0]?.day ?? '', to), to: format.day(to) }
}

function sentence(label: string, newest: string, ends: readonly string[], t: Words['t']): string {
  return ends.length === 0 ? label : `${label}${t('stop')}${newest}${t('colon')}${ends.join(t('semicolon'))}`
}
