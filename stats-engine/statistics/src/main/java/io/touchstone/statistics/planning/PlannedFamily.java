package io.touchstone.statistics.planning;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.multiplicity.MetricPower;

/**
 * How the decision of a test shares its errors among comparisons.
 *
 * @param overall alpha, sides and power of the decision
 * @param successMetrics success metrics, 1 or more; alpha is split over these times the treatments
 * @param guardrails guardrails that must be proven harmless, 0 or more; they cost power
 */
public record PlannedFamily(ErrorRates overall, int successMetrics, int guardrails) {

    /** @throws IllegalArgumentException for counts out of range */
    public PlannedFamily {
        if (successMetrics < 1) {
            throw new IllegalArgumentException("successMetrics: " + successMetrics + " (expected: 1 or more)");
        }
        if (guardrails < 0) {
            throw new IllegalArgumentException("guardrails: " + guardrails + " (expected: 0 or more)");
        }
    }

    /** The errors of one comparison: alpha by Bonferroni, power for all guardrails together. */
    public ErrorRates perComparison(int treatments) {
        Alpha share = new Alpha(overall.alpha().value() / ((double) successMetrics * treatments));
        double power = MetricPower.each(overall.power(), guardrails, MetricPower.Success.DECLARED);
        return new ErrorRates(share, overall.sides(), power);
    }
}
