import type { components } from './schema'

/** What the page reads from answers, in the words of docs/formats/rest-api.md and report.md. */

type Schemas = components['schemas']

export type Experiment = Schemas['ExperimentAnswer']
export type Phase = Schemas['PhaseAnswer']
export type Report = Schemas['Report']
export type MetricReport = Schemas['ReportMetric']
export type VariantReport = Schemas['ReportVariant']
export type NotEstimable = Schemas['NotEstimable']
export type Series = Schemas['ReportSeries']
export type Retention = Schemas['ReportRetention']
