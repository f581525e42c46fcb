import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, CustomChart, LineChart, AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

interface Props {
  option: EChartsCoreOption
  height: number
  /** What is drawn, in words. */
  label: string
}

/** One chart that follows the width of its place. What the pointer asks for stays open when it is drawn again. */
export default function Chart({ option, height, label }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof init> | null>(null)
  const pointer = useRef<{ x: number; y: number } | null>(null)
  useEffect(() => {
    if (place.current === null) {
      return
    }
    const made = init(place.current, null, { renderer: 'svg' })
    chart.current = made
    made.getZr().on('mousemove', ({ offsetX, offsetY }) => {
      pointer.current = { x: offsetX, y: offsetY }
    })
    made.getZr().on('globalout', () => {
      pointer.current = null
    })
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption({ animation: false, ...option }, { notMerge: true })
    if (pointer.current !== null) {
      chart.current?.dispatchAction({ type: 'showTip', ...pointer.current })
    }
  }, [option])
  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />
}
