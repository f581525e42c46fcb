import type { MetricReport, Report, VariantReport } from '../../api/models'

/** What an interval says about a variant, good side up. */
export type Verdict = 'better' | 'worse' | 'open' | 'waiting' | 'counting' | 'notEstimable'

/** What the page as a whole says, most urgent first. */
export type State = 'empty' | 'invalid' | 'waiting' | 'counting' | 'notEstimable' | 'better' | 'worse' | 'open' | 'tradeOff'

export interface Reading {
  state: State
  metric?: MetricReport
  control?: VariantReport
  variant?: VariantReport
  /** Variants compared with the control in this metric. */
  compared: number
}

export const isRate = (metric: Pick<MetricReport, 'kind'>): boolean =>
  metric.kind === 'conversion' || metric.kind === 'retention'

/** 1 where more is better, −1 where less is. */
export const goodSign = (metric: Pick<MetricReport, 'direction'>): number => (metric.direction === 'decrease' ? -1 : 1)

/**
 * Reads one variant against the control. An interval that includes 0 leaves it open, however wide it is; with few events the report gives Newcombe's
 * beside Wald's, and then both have to lie on one side.
 */
export function verdictOf(metric: Pick<MetricReport, 'direction'>, variant: VariantReport): Verdict {
  const { low, high } = variant.absolute ?? {}
  if (low === undefined || high === undefined) {
    const code = variant.notEstimable?.code
    if (code === 'not_matured' || (variant.units === 0 && variant.waiting > 0)) {
      return 'waiting'
    }
    return code === 'being_counted' ? 'counting' : 'notEstimable'
  }
  const sides = [{ low, high }, ...(variant.absolute?.newcombe === undefined ? [] : [variant.absolute.newcombe])].map(
    (ends) => sideOf(ends, goodSign(metric)),
  )
  return sides.every((side) => side === sides[0]) ? (sides[0] ?? 'open') : 'open'
}

/** On which side of 0 an interval lies. */
function sideOf(ends: { low: number; high: number }, sign: number): 'better' | 'worse' | 'open' {
  const [worst, best] = sign > 0 ? [ends.low, ends.high] : [-ends.high, -ends.low]
  if (worst > 0) {
    return 'better'
  }
  return best < 0 ? 'worse' : 'open'
}

export const controlOf = (metric: MetricReport): VariantReport | undefined => metric.variants.find((one) => one.control)

export const treatmentsOf = (metric: MetricReport): VariantReport[] => metric.variants.filter((one) => !one.control)

/** Guardrails that a variant worsens: no success metric makes up for them. */
export const worsened = (report: Report, variant: string): MetricReport[] =>
  report.metrics.filter(
    (metric) =>
      metric.role === 'guardrail' &&
      metric.variants.some((one) => one.key === variant && !one.control && verdictOf(metric, one) === 'worse'),
  )

/** The metric that the headline reads: the first success metric, else the first of all. */
export const headlineMetric = (report: Report): MetricReport | undefined =>
  report.metrics.find((metric) => metric.role === 'success') ?? report.metrics[0]

/** The headline of a report: its first success metric in the variant with the best estimate. */
export function readingOf(report: Report): Reading {
  const metric = headlineMetric(report)
  const units = report.srm.observed.reduce((sum, one) => sum + one, 0)
  const treatments = metric === undefined ? [] : treatmentsOf(metric)
  const compared = treatments.length
  if (units === 0 || metric === undefined) {
    return { state: 'empty', compared }
  }
  const control = controlOf(metric)
  const best = bestOf(metric, treatments)
  const about = {
    metric,
    compared,
    ...(control === undefined ? {} : { control }),
    ...(best === undefined ? {} : { variant: best }),
  }
  if (report.srm.mismatch === true) {
    return { state: 'invalid', ...about }
  }
  const state = best === undefined ? 'notEstimable' : verdictOf(metric, best)
  const harms = best !== undefined && worsened(report, best.key).length > 0
  return { state: state === 'better' && harms ? 'tradeOff' : state, ...about }
}

/** What is wrong with the data as a whole, most urgent first: no effect may be read before it is looked at. */
export type Trouble = 'sampleRatio' | 'unexpectedUnits' | 'crossovers'

/** Above this share of exposed units crossovers are a fault of assignment or reporting. */
export const CROSSOVER_LIMIT = 0.01

/** Exposed units that were seen in two variants, as a share. */
export function crossed(report: Report): number {
  const units = report.health.variants.reduce((sum, one) => sum + one.units, 0)
  return units === 0 ? 0 : report.health.variants.reduce((sum, one) => sum + one.crossovers, 0) / units
}

export function troublesOf(report: Report): Trouble[] {
  return [
    ...(report.srm.mismatch === true ? (['sampleRatio'] as const) : []),
    ...(report.warnings.some((one) => one.code === 'unexpected_units') ? (['unexpectedUnits'] as const) : []),
    ...(crossed(report) > CROSSOVER_LIMIT ? (['crossovers'] as const) : []),
  ]
}

function bestOf(metric: MetricReport, treatments: VariantReport[]): VariantReport | undefined {
  // An arm without an interval cannot lead: its estimate may be anything.
  const estimate = (one: VariantReport) => (one.absolute?.low === undefined ? -Infinity : goodSign(metric) * one.absolute.estimate)
  return treatments.reduce<VariantReport | undefined>(
    (best, one) => (best === undefined || estimate(one) > estimate(best) ? one : best),
    undefined,
  )
}
