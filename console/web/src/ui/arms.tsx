import type { Tokens } from '../theme/tokens'

/** How a variant looks wherever it is drawn: colour, dash and shape say the same, so that colour is never alone. */
export interface ArmLook {
  colour: string
  dash: string
  shape: Shape
}

export type Shape = 'circle' | 'diamond' | 'square' | 'up' | 'down'

const SHAPES: readonly Shape[] = ['circle', 'diamond', 'square', 'up', 'down']
const DASHES: readonly string[] = ['2 3', '5 3', '', '8 3 2 3', '1 2']

/** The look of the arm at a place; 0 is the control. From the sixth on there is no safe colour: grey, named at the row. */
export function armLook(tokens: Tokens, index: number): ArmLook {
  return {
    colour: tokens.arms[index] ?? tokens.otherArm,
    dash: DASHES[index] ?? '',
    shape: SHAPES[index] ?? 'circle',
  }
}

const OUTLINES: Record<Exclude<Shape, 'circle'>, string> = {
  diamond: 'M0 -5 5 0 0 5 -5 0z',
  square: 'M-4 -4h8v8h-8z',
  up: 'M0 -5 5 4h-10z',
  down: 'M0 5 5 -4h-10z',
}

/** The mark alone, centred at 0, 0. */
export function ArmShape({ look, hollow = false, ground }: { look: ArmLook; hollow?: boolean; ground: string }) {
  const paint = { fill: hollow ? ground : look.colour, stroke: look.colour, strokeWidth: 1.6 }
  return look.shape === 'circle' ? <circle r={4.2} {...paint} /> : <path d={OUTLINES[look.shape]} {...paint} />
}

/** The mark and the name of a variant. */
export function ArmName({ look, name }: { look: ArmLook; name: string }) {
  return (
    <span className="arm-name">
      <svg className="arm-mark" viewBox="-6 -6 12 12" aria-hidden="true">
        <ArmShape look={look} ground="none" />
      </svg>
      <bdi title={name}>{name}</bdi>
    </span>
  )
}
