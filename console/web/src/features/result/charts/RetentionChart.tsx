import { useMemo } from 'react'
import { useTheme } from '../../../theme/useTheme'
import { useWords } from '../../../text/useWords'
import { armLook } from '../../../ui/arms'
import Chart from './Chart'
import { topOf, type Curve } from './retention'
import { armLine, axisText, band, tooltip } from './style'

interface Props {
  curves: readonly Curve[]
  height: number
  /** What is drawn, in words. */
  label: string
}

/** The share that came back on day n, for every n that can be read; logarithmic days, pointwise bands. */
export default function RetentionChart({ curves, height, label }: Props) {
  const { tokens } = useTheme()
  const { t, format } = useWords()
  const option = useMemo(() => {
    const arms = curves.map(({ arm, points }) => ({ name: arm.name, look: armLook(tokens, arm.index), points }))
    const last = Math.max(2, ...arms.map(({ points }) => points.length))
    return {
      grid: { left: 48, right: 16, top: 16, bottom: 28 },
      tooltip: {
        ...tooltip(tokens),
        formatter: (entries: { value: [number, number] }[]) => {
          const day = entries[0]?.value[0] ?? 1
          const lines = arms.map(({ name, points }) => {
            const point = points[day - 1]
            return point?.value === undefined || point.low === undefined || point.high === undefined
              ? `${name}  ${t('none')}`
              : `${name}  ${format.rate(point.value)} (${t('range', { low: format.rate(point.low), high: format.rate(point.high) })})`
          })
          return [t('retention.day', { day }), ...lines].join('\n')
        },
      },
      xAxis: {
        type: 'log',
        min: 1,
        max: last,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: tokens.border } },
        splitLine: { show: false },
        axisLabel: {
          ...axisText(tokens),
          customValues: [1, 3, 7, 14, 30].filter((day) => day <= last),
          formatter: (day: number) => t('retention.short', { day }),
        },
      },
      yAxis: {
        type: 'value',
        min: 0,
        // The bands are custom shapes, which the axis does not look at.
        max: topOf(curves),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...axisText(tokens), formatter: (value: number) => `${Math.round(value * 1000) / 10}%` },
        splitLine: { lineStyle: { color: tokens.grid } },
      },
      series: [
        ...arms.map(({ look, points }) =>
          band(
            points.map((point) => (point?.low === undefined || point.high === undefined ? undefined : [point.day, point.low, point.high])),
            look.colour,
          ),
        ),
        ...arms.map(({ name, look, points }) => ({
          type: 'line',
          name,
          ...armLine(look),
          symbolSize: 5,
          data: points.map((point, index) => [index + 1, point?.value ?? null]),
        })),
      ],
    }
  }, [curves, tokens, t, format])
  return <Chart option={option} height={height} label={label} />
}
