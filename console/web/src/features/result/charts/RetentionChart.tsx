import { useMemo } from 'react'
import type { Retention } from '../../../api/models'
import { useTheme } from '../../../theme/useTheme'
import { useWords } from '../../../text/useWords'
import { armLook } from '../../../ui/arms'
import Chart from './Chart'
import type { DrawnArm, DrawnMetric } from './drawn'
import { armLine, axisText, band, tooltip } from './style'

interface Props {
  arms: readonly DrawnArm[]
  metric: DrawnMetric
  retention: Retention
}

/** The share that came back on day n, for every n that can be read; logarithmic days, pointwise bands. */
export default function RetentionChart({ arms: drawn, metric, retention }: Props) {
  const { tokens } = useTheme()
  const { t, format } = useWords()
  const option = useMemo(() => {
    const arms = drawn.map(({ key, name, index }) => ({
      name,
      look: armLook(tokens, index),
      points: (retention.variants.find((one) => one.key === key)?.curve ?? []).filter((point) => point.day >= 1 && point.value !== undefined),
    }))
    const last = Math.max(2, ...retention.variants.flatMap((one) => one.curve.map((point) => point.day)))
    return {
      grid: { left: 48, right: 16, top: 16, bottom: 28 },
      tooltip: {
        ...tooltip(tokens),
        formatter: (entries: { value: [number, number] }[]) => {
          const day = entries[0]?.value[0] ?? 1
          const lines = arms.map(({ name, points }) => {
            const point = points.find((one) => one.day === day)
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
        axisLabel: { ...axisText(tokens), formatter: (value: number) => `${Math.round(value * 1000) / 10}%` },
        splitLine: { lineStyle: { color: tokens.grid } },
      },
      series: [
        ...arms.map(({ look, points }) =>
          band(points.map((point) => [point.day, point.low ?? 0, point.high ?? 0] as const), look.colour),
        ),
        ...arms.map(({ name, look, points }) => ({
          type: 'line',
          name,
          ...armLine(look),
          symbolSize: 5,
          data: points.map((point) => [point.day, point.value]),
        })),
      ],
    }
  }, [drawn, retention, tokens, t, format])
  return <Chart option={option} height={200} label={t('retention.label', { metric: metric.name })} />
}
