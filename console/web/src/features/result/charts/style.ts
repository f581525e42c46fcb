import type { ArmLook, Shape } from '../../../ui/arms'
import type { Tokens } from '../../../theme/tokens'
import { FONTS } from '../../../theme/antd'

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

/**
 * A band between two lines as one polygon; points without ends part it.
 *
 * @param points place on the x axis, lower and upper end
 */
export function band(points: readonly (readonly [x: number | string, low: number, high: number])[], colour: string) {
  return {
    type: 'custom' as const,
    clip: true,
    silent: true,
    tooltip: { show: false },
    z: 1,
    data: points.length === 0 ? [] : [0],
    renderItem: (_: unknown, api: Corner) => ({
      type: 'polygon' as const,
      shape: {
        points: [
          ...points.map(([x, , high]) => api.coord([x, high])),
          ...[...points].reverse().map(([x, low]) => api.coord([x, low])),
        ],
      },
      style: { fill: colour, opacity: 0.13 },
    }),
  }
}

/** Hatching that stands for days which cannot be read yet. */
export const waitingArea = (tokens: Tokens) => ({
  color: tokens.waitingGround,
  opacity: 0.9,
  decal: { symbol: 'line', dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: -Math.PI / 4, color: tokens.hatch },
})
