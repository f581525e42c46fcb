import type { MetricReport, Report, VariantReport } from '../../api/models'
import { headlineMetric, readingOf, treatmentsOf, verdictOf } from '../../ui/headline/reading'

/** Which arms of many are drawn, and how. Pure. */

/** Beyond so many arms, the control included, no colours are left that everybody can tell apart: some are picked. */
export const MOST_AT_ONCE = 5

/** Looks from here on are the grey that many arms share. */
const GREY = MOST_AT_ONCE

/** How far an interval lies beyond 0, in its own widths: comparable between metrics. */
function beyondZero({ absolute }: VariantReport): number {
  const { low = 0, high = 0 } = absolute ?? {}
  return Math.min(Math.abs(low), Math.abs(high)) / Math.max(Number.MIN_VALUE, high - low)
}

/** Arms that are clearly worse in a success metric or a guardrail: those of the headline's metric first, the worst of each metric first. */
export function clearlyWorse(report: Report): string[] {
  const headline = headlineMetric(report)
  const watched = report.metrics.filter((metric) => metric !== headline && metric.role !== 'secondary')
  const worst = (metric: MetricReport) =>
    treatmentsOf(metric)
      .filter((one) => verdictOf(metric, one) === 'worse')
      .sort((one, other) => beyondZero(other) - beyondZero(one))
      .map((one) => one.key)
  return [...new Set([headline, ...watched].flatMap((metric) => (metric === undefined ? [] : worst(metric))))]
}

/** What is drawn before anybody picks: the headline's arm, the clearly worse ones, then the first; in the order of the phase. */
export function firstChoice(report: Report, treatments: readonly string[]): string[] {
  // A blocked report gives no reason to prefer one arm to another.
  const asked = report.srm.mismatch === true ? [] : [readingOf(report).variant?.key, ...clearlyWorse(report)]
  const chosen = new Set([...asked, ...treatments].filter((key) => key !== undefined && treatments.includes(key)))
  const kept = new Set([...chosen].slice(0, MOST_AT_ONCE - 1))
  return treatments.filter((key) => kept.has(key))
}

/** The treatments that are drawn: all of a few, else those of the address, else the first choice. */
export function shownOf(report: Report, treatments: readonly string[], picked: readonly string[]): string[] {
  if (treatments.length < MOST_AT_ONCE) {
    return [...treatments]
  }
  const known = treatments.filter((key) => picked.includes(key))
  return known.length > 0 ? known : firstChoice(report, treatments)
}

/** The place of each treatment among the looks: its own where it has one, else one that is free as long as it is shown. */
export function looksOf(treatments: readonly string[], shown: ReadonlySet<string>): Map<string, number> {
  const looks = new Map(treatments.map((key, index) => [key, shown.has(key) ? Math.min(index + 1, GREY) : GREY]))
  const taken = new Set(looks.values())
  const free = Array.from({ length: MOST_AT_ONCE - 1 }, (_, index) => index + 1).filter((look) => !taken.has(look))
  for (const key of treatments) {
    if (shown.has(key) && looks.get(key) === GREY) {
      looks.set(key, free.shift() ?? GREY)
    }
  }
  return looks
}
