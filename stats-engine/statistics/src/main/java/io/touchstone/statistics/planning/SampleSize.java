package io.touchstone.statistics.planning;

import io.touchstone.statistics.sequential.Sides;

/**
 * Units for a planned effect. Treatment gets k units for each of control. See {@code docs/statistics/sample-size.md}.
 */
public final class SampleSize {

    private SampleSize() {}

    /**
     * Two means, or rates with the variance of the unpooled test: n_c = (z_a + z_b)²(v_c + v_t/k)/d².
     *
     * @param difference treatment minus control, not 0, in the metric's unit
     * @param treatmentPerControl k, above 0
     * @throws IllegalArgumentException for a difference of 0, or one so small that no number of units shows it
     */
    public static PlannedUnits forDifference(
            UnitVariances variances, double difference, double treatmentPerControl, ErrorRates rates) {
        double ratio = rates.drift() / requireEffect(difference);
        double exact = ratio * ratio * variances.perControlUnit(treatmentPerControl);
        return PlannedUnits.of(exact, treatmentPerControl);
    }

    /** Two rates inside (0, 1), tested unpooled as this library does. */
    public static PlannedUnits forRates(
            double control, double treatment, double treatmentPerControl, ErrorRates rates, VarianceFactor factor) {
        UnitVariances variances = UnitVariances.ofRates(control, treatment).times(factor);
        return forDifference(variances, treatment - control, treatmentPerControl, rates);
    }

    /**
     * Two rates for the test with the pooled variance: Fleiss, <i>Statistical Methods for Rates and Proportions</i>; for comparison
     * with other planners.
     *
     * <p>n_c = [z_a √(p̄q̄(1 + 1/k)) + z_b √(p_c q_c + p_t q_t/k)]²/d², p̄ = (p_c + k p_t)/(1 + k).
     */
    public static PlannedUnits forRatesPooled(
            double control, double treatment, double treatmentPerControl, ErrorRates rates, VarianceFactor factor) {
        double apart = UnitVariances.ofRates(control, treatment).perControlUnit(treatmentPerControl);
        double difference = requireEffect(treatment - control);
        double pooled = (control + treatmentPerControl * treatment) / (1 + treatmentPerControl);
        double together = pooled * (1 - pooled) * (1 + 1 / treatmentPerControl);
        double root = (rates.criticalZ() * Math.sqrt(together) + rates.powerZ() * Math.sqrt(apart)) / difference;
        return PlannedUnits.of(root * root * factor.value(), treatmentPerControl);
    }

    /**
     * Non-inferiority where higher is better: the difference is held against −margin, one-sided.
     *
     * @param expectedDifference treatment minus control that is really expected, usually 0
     * @param margin the loss that is still accepted, above 0, in the metric's unit
     * @throws IllegalArgumentException for two-sided rates, or an expected loss of the margin or more
     */
    public static PlannedUnits forNonInferiority(
            UnitVariances variances,
            double expectedDifference,
            double margin,
            double treatmentPerControl,
            ErrorRates rates) {
        if (rates.sides() != Sides.ONE) {
            throw new IllegalArgumentException("sides: " + rates.sides() + " (expected: ONE)");
        }
        UnitVariances.requirePositive("margin", margin);
        if (!(expectedDifference + margin > 0)) {
            throw new IllegalArgumentException(
                    "expectedDifference: " + expectedDifference + " (expected: above -" + margin + ")");
        }
        return forDifference(variances, expectedDifference + margin, treatmentPerControl, rates);
    }

    private static double requireEffect(double difference) {
        if (!Double.isFinite(difference) || difference == 0) {
            throw new IllegalArgumentException("difference: " + difference + " (expected: finite, not 0)");
        }
        return difference;
    }
}
