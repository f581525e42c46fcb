/** Every colour of the page, by theme. Pairs of text and ground are 4.5:1 or more, marks 3:1 or more. */
export interface Tokens {
  layout: string
  surface: string
  raised: string
  fill: string
  border: string
  split: string
  text: string
  text2: string
  text3: string
  primary: string
  onPrimary: string
  success: string
  successGround: string
  successBorder: string
  error: string
  errorGround: string
  errorBorder: string
  warning: string
  warningGround: string
  warningBorder: string
  waiting: string
  waitingGround: string
  waitingBorder: string
  zero: string
  grid: string
  hatch: string
  arms: readonly string[]
  otherArm: string
}

const light: Tokens = {
  layout: '#F4F6F8',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  fill: '#F7F8FA',
  border: '#DDE2E8',
  split: '#ECEFF3',
  text: '#18212C',
  text2: '#475363',
  text3: '#5F6C7C',
  primary: '#21426E',
  onPrimary: '#FFFFFF',
  success: '#17703A',
  successGround: '#EAF5EE',
  successBorder: '#B9DEC6',
  error: '#BE1E2B',
  errorGround: '#FDEFEF',
  errorBorder: '#F2C2C4',
  warning: '#875400',
  warningGround: '#FFF6E2',
  warningBorder: '#F0D9A0',
  waiting: '#3B5779',
  waitingGround: '#EDF2F8',
  waitingBorder: '#C6D4E5',
  zero: '#2B3643',
  grid: '#EBEEF2',
  hatch: '#C3CBD5',
  arms: ['#66727F', '#B35400', '#0A5FC2', '#4B005A', '#8700FF'],
  otherArm: '#66727F',
}

const dark: Tokens = {
  layout: '#0E1319',
  surface: '#161C24',
  raised: '#202934',
  fill: '#1B222B',
  border: '#313C49',
  split: '#252E39',
  text: '#E7EBF1',
  text2: '#B1BBC8',
  text3: '#909CAB',
  primary: '#93B8EC',
  onPrimary: '#0F1822',
  success: '#63CC8F',
  successGround: '#14281D',
  successBorder: '#285239',
  error: '#FF8A8A',
  errorGround: '#351B1E',
  errorBorder: '#6B2F33',
  warning: '#E9BB5C',
  warningGround: '#2D2512',
  warningBorder: '#5C4A1F',
  waiting: '#9DB9DC',
  waitingGround: '#1A2635',
  waitingBorder: '#34485F',
  zero: '#D4DAE2',
  grid: '#252E39',
  hatch: '#3F4B59',
  arms: ['#A2ADBA', '#F2A04E', '#66ADFF', '#FFE100', '#C3FFD2'],
  otherArm: '#A2ADBA',
}

export type ThemeName = 'light' | 'dark'

export const tokensOf = (theme: ThemeName): Tokens => (theme === 'dark' ? dark : light)

/** The tokens as CSS variables, `--on-primary` for `onPrimary`. */
export function cssVariables(tokens: Tokens): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [name, value] of Object.entries(tokens)) {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    if (typeof value === 'string') {
      variables[`--${kebab}`] = value
    }
  }
  return variables
}
