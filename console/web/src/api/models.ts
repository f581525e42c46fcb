import type { components } from './schema'

/** What the page reads from answers, in the words of docs/formats/rest-api.md and report.md. */

export type Experiment = components['schemas']['ExperimentAnswer']

export interface NotEstimable {
  code: string
  reason: string
}

export interface Warning {
  code: string
  detail: string
  p?: number
  units?: number
  kappa?: number
}

export interface Absolute {
  estimate: number
  se?: number
  statistic?: number
  df?: number
  low?: number
  high?: number
  p?: number
  method: string
  newcombe?: { low: number; high: number }
}

export interface Relative {
  estimate?: number
  low?: number
  high?: number
  method: string
  notEstimable?: NotEstimable
}

export interface Contrast {
  units: number
  waiting: number
  absolute?: Absolute
  relative?: Relative
  notEstimable?: NotEstimable
}

export interface VariantReport extends Contrast {
  key: string
  control: boolean
  count?: number
  value?: number
  variance?: number
  capped?: number
  warnings?: Warning[]
}

export interface MetricReport {
  key: string
  name: string
  version: number
  kind: 'conversion' | 'retention' | 'count' | 'sum'
  role: 'success' | 'guardrail' | 'secondary'
  direction: 'increase' | 'decrease'
  unit: string
  event: string
  window?: { delayMillis: number; lengthMillis: number }
  /** First and last day after the cohort day. */
  days?: number[]
  cap?: number
  range: 'positive' | 'signed'
  means?: string
  variants: VariantReport[]
}

export interface VariantHealth {
  key: string
  units: number
  crossovers: number
  late: number
  lateExposures: number
}

export interface Freshness {
  countedThrough?: string
  lagMillis?: number
  provisional: boolean
}

export interface SampleRatio {
  statistic?: number
  df?: number
  p?: number
  mismatch?: boolean
  expected?: number[]
  observed: number[]
  variants: string[]
  notEstimable?: NotEstimable
}

export interface Report {
  experiment: string
  phase: number
  state: string
  asOf: string
  zone: string
  config: number
  startsAt: string
  endedAt?: string
  firstDay?: string
  alpha: number
  plan: { alpha: number; power: number }
  freshness: Freshness
  srm: SampleRatio
  metrics: MetricReport[]
  health: { variants: VariantHealth[] }
  warnings: Warning[]
}

export interface EntryDay {
  day: string
  waiting: boolean
  variants: { key: string; control: boolean; units: number; count?: number; value?: number; notEstimable?: NotEstimable }[]
}

export interface Series {
  experiment: string
  phase: number
  asOf: string
  metric: string
  alpha: number
  intervals: string
  entry: EntryDay[]
  course: { day: string; variants: VariantReport[] }[]
}

export interface CurvePoint {
  day: number
  units: number
  waiting: number
  count?: number
  value?: number
  low?: number
  high?: number
  notEstimable?: NotEstimable
}

export interface RetentionVariant {
  key: string
  control: boolean
  curve: CurvePoint[]
  cohorts: { day: string; units: number; retained: number[] }[]
}

export interface Retention {
  experiment: string
  phase: number
  asOf: string
  metric: string
  variants: RetentionVariant[]
}
