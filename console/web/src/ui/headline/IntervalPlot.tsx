import type { ArmLook } from '../arms'
import { ArmShape } from '../arms'
import { useTheme } from '../../theme/useTheme'
import { place, type Axis } from './axis'

const HEIGHT = 27
const CAP = 4.5

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

interface Props {
  axis: Axis
  look: ArmLook
  estimate: number
  low: number
  high: number
  /** Whether the mark is hollow: the reading leaves it open. */
  hollow: boolean
  /** The row's numbers in words, for those who do not see the plot. */
  label: string
}

/** One interval on the axis of its metric; right is better, so the ends come turned. A filled mark excludes 0, a hollow one includes it. */
export function IntervalPlot({ axis, look, estimate, low, high, hollow, label }: Props) {
  const { tokens } = useTheme()
  const y = HEIGHT / 2
  const ends = [place(axis, low), place(axis, high)] as const
  const stroke = { stroke: look.colour, strokeWidth: 2 }
  return (
    <svg className="interval" height={HEIGHT} role="img" aria-label={label}>
      <line x1={percent(place(axis, 0))} x2={percent(place(axis, 0))} y1={0} y2={HEIGHT} stroke={tokens.zero} strokeWidth={1} />
      <line x1={percent(ends[0])} x2={percent(ends[1])} y1={y} y2={y} {...stroke} strokeDasharray={look.dash} />
      {ends.map((end, side) => (
        <line key={side} x1={percent(end)} x2={percent(end)} y1={y - CAP} y2={y + CAP} {...stroke} />
      ))}
      <svg x={percent(place(axis, estimate))} y={y} overflow="visible">
        <ArmShape look={look} hollow={hollow} ground={tokens.surface} />
      </svg>
    </svg>
  )
}

/** The ticks below the intervals of one metric, with their true sign. */
export function Ticks({ axis, write }: { axis: Axis; write: (value: number) => string }) {
  return (
    <svg className="ticks" height={18} aria-hidden="true">
      {axis.ticks.map((tick) => (
        <text key={tick} x={percent(place(axis, tick * axis.step))} y={12} textAnchor={tick === 6 ? 'end' : tick === -4 ? 'start' : 'middle'}>
          {write(tick * axis.step)}
        </text>
      ))}
    </svg>
  )
}
