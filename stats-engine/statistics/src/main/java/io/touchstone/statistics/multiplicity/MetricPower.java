package io.touchstone.statistics.multiplicity;

/**
 * The power each metric needs so that a decision over all of them has the power agreed: Schultzberg, Ankargren and Frånberg 2024
 * (arXiv 2402.11609).
 */
public final class MetricPower {

    private MetricPower() {}

    /**
     * 1 − (1 − power)/(G + 1); /G where there is no success metric.
     *
     * @param power of the decision, above 0 and below 1
     * @param guardrails that must be shown harmless, 0 or more
     * @param success whether there are success metrics
     * @throws IllegalArgumentException for a power outside (0, 1), or no metric at all
     */
    public static double each(double power, int guardrails, Success success) {
        if (!(power > 0 && power < 1)) {
            throw new IllegalArgumentException("power: " + power + " (expected: above 0 and below 1)");
        }
        int parts = guardrails + (success == Success.DECLARED ? 1 : 0);
        if (guardrails < 0 || parts == 0) {
            throw new IllegalArgumentException("guardrails: " + guardrails + " (expected: at least one metric)");
        }
        return 1 - (1 - power) / parts;
    }

    /** Whether a plan has success metrics. */
    public enum Success {
        DECLARED,
        NONE
    }
}
