import { useMemo } from 'react'
import type { Series } from '../../../api/models'
import { useTheme } from '../../../theme/useTheme'
import { useWords } from '../../../text/useWords'
import { armLook } from '../../../ui/arms'
import Chart from './Chart'
import { seriesFormat, type DrawnArm, type DrawnMetric } from './drawn'
import { armLine, axisText, band, tooltip } from './style'

/** The share of the first days that does not set the scale. */
const UNSETTLED = 0.3

interface Props {
  arms: readonly DrawnArm[]
  metric: DrawnMetric
  series: Series
  height: number
  /** What is drawn, in words. */
  label: string
}

/** The effect as of every day, with the interval of that day alone. */
export default function CourseChart({ arms: drawn, metric, series, height, label }: Props) {
  const { tokens } = useTheme()
  const { t, format } = useWords()
  const option = useMemo(() => {
    const write = seriesFormat(metric, series, format)
    const days = series.course.map((one) => one.day)
    const arms = drawn.filter((arm) => !arm.control).map(({ key, name, index }) => ({
      name,
      look: armLook(tokens, index),
      points: series.course.map((day) => day.variants.find((one) => one.key === key)?.absolute),
    }))
    return {
      aria: { enabled: false },
      grid: { left: 58, right: 16, top: 16, bottom: 28 },
      tooltip: {
        ...tooltip(tokens),
        formatter: (entries: { dataIndex: number }[]) => {
          const index = entries[0]?.dataIndex ?? 0
          const lines = arms.map(({ name, points }) => {
            const point = points[index]
            return point?.low === undefined || point.high === undefined
              ? `${name}  ${t('none')}`
              : `${name}  ${write.changeWithUnit(point.estimate)} (${t('range', { low: write.change(point.low), high: write.change(point.high) })})`
          })
          return [format.day(days[index] ?? ''), ...lines].join('\n')
        },
      },
      xAxis: {
        type: 'category',
        data: days,
        boundaryGap: false,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: tokens.border } },
        axisLabel: { ...axisText(tokens), formatter: (day: string) => format.shortDay(day), hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        ...extent(arms.flatMap(({ points }) => points.slice(Math.floor(points.length * UNSETTLED)))),
        axisLabel: { ...axisText(tokens), formatter: (value: number) => write.change(value) },
        splitLine: { lineStyle: { color: tokens.grid } },
      },
      series: [
        ...arms.map(({ look, points }) =>
          band(
            points.map((point, index) =>
              point?.low === undefined || point.high === undefined ? undefined : [days[index] ?? '', point.low, point.high],
            ),
            look.colour,
          ),
        ),
        // The bands are custom shapes, which the axis does not look at: their ends hold it open, unseen.
        ...(['low', 'high'] as const).flatMap((end) =>
          arms.map(({ points }) => ({
            type: 'line',
            silent: true,
            symbol: 'none',
            lineStyle: { opacity: 0 },
            data: points.map((point) => point?.[end] ?? null),
          })),
        ),
        ...arms.map(({ name, look, points }, index) => ({
          type: 'line',
          name,
          ...armLine(look),
          showSymbol: days.length <= 31,
          z: 3,
          data: points.map((point) => point?.estimate ?? null),
          ...(index === 0 ? { markLine: zeroLine(tokens.zero) } : {}),
        })),
      ],
    }
  }, [drawn, metric, series, tokens, t, format])
  return <Chart option={option} height={height} label={label} />
}

/** Room for 0 and the later ends: the first days' intervals are so wide that they would flatten all that follows. */
function extent(points: readonly ({ low?: number; high?: number } | undefined)[]): { min?: number; max?: number } {
  const ends = points.flatMap((point) => (point?.low === undefined || point.high === undefined ? [] : [point.low, point.high]))
  if (ends.length === 0) {
    return {}
  }
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const step = niceStep((high - low) / 5)
  return { min: Math.floor(low / step - 0.2) * step, max: Math.ceil(high / step + 0.2) * step }
}

function niceStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  return ([1, 2, 2.5, 5].find((nice) => nice * power >= size) ?? 10) * power
}

function zeroLine(colour: string) {
  return { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: colour, type: 'solid', width: 1 }, data: [{ yAxis: 0 }] }
}
