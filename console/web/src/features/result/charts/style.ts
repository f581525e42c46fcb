import type { ArmLook, Shape } from '../../../ui/arms'
import type { Tokens } from '../../../theme/tokens'
import { FONTS } from '../../../theme/antd'
import { runs, type Ends } from './runs'

const SYMBOLS: Record<Shape, string> = {
  circle: 'circle',
  diamond: 'diamond',
  square: 'rect',
  up: 'triangle',
  down: 'path://M0 0H10L5 10Z',
}

/** The tooltip is drawn, never HTML: names come from people. */
export const tooltip = (tokens: Tokens) => ({
  trigger: 'axis' as const,
  renderMode: 'richText' as const,
  confine: true,
  backgroundColor: tokens.raised,
  borderColor: tokens.border,
  textStyle: { color: tokens.text, fontFamily: FONTS, fontSize: 12 },
  axisPointer: { lineStyle: { color: tokens.text3, type: 'dashed' as const } },
})

export const axisText = (tokens: Tokens) => ({ color: tokens.text3, fontSize: 11, fontFamily: FONTS })

/** The line of an arm, as everywhere else on the page. */
export function armLine(look: ArmLook) {
  const dash = look.dash === '' ? ('solid' as const) : look.dash.split(' ').map(Number)
  return {
    symbol: SYMBOLS[look.shape],
    symbolSize: 7,
    itemStyle: { color: look.colour },
    lineStyle: { color: look.colour, width: 2, type: dash },
  }
}

interface Corner {
  coord: (point: [number | string, number]) => [number, number]
}

/** Half the width of a band that has one point only. */
const ALONE = 3

/** A band between two lines: one polygon for each run of points that follow one another. */
export function band(points: readonly (Ends | undefined)[], colour: string) {
  const polygon = (corners: [number, number][]) => ({ type: 'polygon' as const, shape: { points: corners }, style: { fill: colour, opacity: 0.13 } })
  return {
    type: 'custom' as const,
    clip: true,
    silent: true,
    tooltip: { show: false },
    z: 1,
    data: points.every((point) => point === undefined) ? [] : [0],
    renderItem: (_: unknown, api: Corner) => ({
      type: 'group' as const,
      children: runs(points).map((run) => {
        const upper = run.map(([x, , high]) => api.coord([x, high]))
        const lower = run.map(([x, low]) => api.coord([x, low])).reverse()
        return polygon(run.length > 1 ? [...upper, ...lower] : widened([...upper, ...lower]))
      }),
    }),
  }
}

const widened = (ends: [number, number][]): [number, number][] => [
  ...ends.map(([x, y]): [number, number] => [x - ALONE, y]),
  ...ends.map(([x, y]): [number, number] => [x + ALONE, y]).reverse(),
]

/** Hatching that stands for days which cannot be read yet. */
export const waitingArea = (tokens: Tokens) => ({
  color: tokens.waitingGround,
  opacity: 0.9,
  decal: { symbol: 'line', dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: -Math.PI / 4, color: tokens.hatch },
})
