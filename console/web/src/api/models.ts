import type { components } from './schema'

/** What the page reads from answers, in the words of docs/formats/rest-api.md and report.md. */

type Schemas = components['schemas']

export type Experiment = Schemas['ExperimentAnswer']
export type Report = Schemas['Report']
export type MetricReport = Schemas['ReportMetric']
export type VariantReport = Schemas['ReportVariant']
export type NotEstimable = Schemas['NotEstimable']
export type Series = Schemas['ReportSeries']

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
