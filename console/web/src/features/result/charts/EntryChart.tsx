import { useMemo } from 'react'
import type { Series } from '../../../api/models'
import { useTheme } from '../../../theme/useTheme'
import { useWords } from '../../../text/useWords'
import { armLook } from '../../../ui/arms'
import Chart from './Chart'
import { seriesFormat, waitingWords, type DrawnArm, type DrawnMetric, type Waits } from './drawn'
import { armLine, axisText, tooltip, waitingArea } from './style'

interface Props {
  arms: readonly DrawnArm[]
  metric: DrawnMetric
  series: Series
  waits: Waits
  height: number
  /** What is drawn, in words. */
  label: string
}

/** Above: what each day's newcomers did; below: how many came, all arms together. */
export default function EntryChart({ arms: drawn, metric, series, waits, height, label }: Props) {
  const { tokens } = useTheme()
  const { t, format } = useWords()
  const option = useMemo(() => {
    const write = seriesFormat(metric, series, format)
    const { entry } = series
    const days = entry.map((one) => one.day)
    const arms = drawn.map(({ key, name, index }) => ({
      name,
      look: armLook(tokens, index),
      values: entry.map((day) => day.variants.find((one) => one.key === key)?.value ?? null),
    }))
    const missing = (day: (typeof entry)[number] | undefined) => (day?.waiting === true ? waitingWords(day.day, metric, waits, { t, format }) : t('none'))
    const units = entry.map((day) => day.variants.reduce((sum, one) => sum + one.units, 0))
    const firstWaiting = entry.findIndex((day) => day.waiting)
    const axis = (gridIndex: number, label: boolean) => ({
      type: 'category',
      gridIndex,
      data: days,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens.border } },
      axisLabel: label
        ? { ...axisText(tokens), formatter: (day: string) => format.shortDay(day), hideOverlap: true }
        : { show: false },
    })
    return {
      grid: [
        { left: 58, right: 16, top: 16, height: 146 },
        { left: 58, right: 16, top: 178, height: 44 },
      ],
      tooltip: {
        ...tooltip(tokens),
        formatter: (entries: { dataIndex: number }[]) => {
          const index = entries[0]?.dataIndex ?? 0
          const lines = arms.map(({ name, values }) => {
            const value = values[index]
            return `${name}  ${value === null || value === undefined ? missing(entry[index]) : write.value(value)}`
          })
          return [format.day(days[index] ?? ''), ...lines, t('entry.units', { units: format.count(units[index] ?? 0) })].join('\n')
        },
      },
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      xAxis: [axis(0, false), axis(1, true)],
      yAxis: [
        {
          type: 'value',
          scale: true,
          axisLabel: { ...axisText(tokens), formatter: (value: number) => write.value(value) },
          splitLine: { lineStyle: { color: tokens.grid } },
        },
        {
          type: 'value',
          gridIndex: 1,
          splitNumber: 1,
          axisLabel: { ...axisText(tokens), formatter: (value: number) => format.count(value) },
          splitLine: { show: false },
        },
      ],
      series: [
        ...arms.map(({ name, look, values }, index) => ({
          type: 'line',
          name,
          ...armLine(look),
          showSymbol: days.length <= 31,
          data: values,
          ...(index === 0 && firstWaiting >= 0
            ? {
                markArea: {
                  silent: true,
                  itemStyle: waitingArea(tokens),
                  label: { ...axisText(tokens), color: tokens.waiting, position: 'insideTop', formatter: t('entry.waiting') },
                  data: [[{ xAxis: days[firstWaiting] }, { xAxis: days[days.length - 1] }]],
                },
              }
            : {}),
        })),
        {
          type: 'bar',
          name: t('progress.exposed'),
          xAxisIndex: 1,
          yAxisIndex: 1,
          barCategoryGap: '30%',
          itemStyle: { color: tokens.hatch },
          data: units,
        },
      ],
    }
  }, [drawn, metric, series, waits, tokens, t, format])
  return <Chart option={option} height={height} label={label} />
}
