import type { MetricReport, Report, VariantReport } from '../../api/models'

/** What an interval says about a variant, good side up. */
export type Verdict = 'better' | 'worse' | 'open' | 'waiting' | 'counting' | 'notEstimable'

/** What the page as a whole says, most urgent first. */
export type State = 'empty' | 'invalid' | 'waiting' | 'notEstimable' | 'better' | 'worse' | 'open'

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

/** Reads one variant against the control. An interval that includes 0 leaves it open, however wide it is. */
export function verdictOf(metric: Pick<MetricReport, 'direction'>, variant: VariantReport): Verdict {
  const { low, high } = variant.absolute ?? {}
  if (low === undefined || high === undefined) {
    const code = variant.notEstimable?.code
    if (code === 'not_matured' || (variant.units === 0 && variant.waiting > 0)) {
      return 'waiting'
    }
    return code === 'being_counted' ? 'counting' : 'notEstimable'
  }
  const [worst, best] = goodSign(metric) > 0 ? [low, high] : [-high, -low]
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
  return { state: best === undefined ? 'notEstimable' : stateOf(verdictOf(metric, best)), ...about }
}

function stateOf(verdict: Verdict): State {
  switch (verdict) {
    case 'better':
    case 'worse':
    case 'open':
    case 'waiting':
      return verdict
    case 'counting':
      return 'waiting'
    case 'notEstimable':
      return 'notEstimable'
  }
}

function bestOf(metric: MetricReport, treatments: VariantReport[]): VariantReport | undefined {
  const estimate = (one: VariantReport) => (one.absolute === undefined ? -Infinity : goodSign(metric) * one.absolute.estimate)
  return treatments.reduce<VariantReport | undefined>(
    (best, one) => (best === undefined || estimate(one) > estimate(best) ? one : best),
    undefined,
  )
}
