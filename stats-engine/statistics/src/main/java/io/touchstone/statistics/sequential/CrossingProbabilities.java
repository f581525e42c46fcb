package io.touchstone.statistics.sequential;

import java.util.List;

/**
 * The probability to stop at each look.
 *
 * @param upper for a large statistic, by look
 * @param lower for a small one, by look; all 0 for a one-sided test
 */
public record CrossingProbabilities(List<Double> upper, List<Double> lower) {

    /** Keeps copies. */
    public CrossingProbabilities {
        upper = List.copyOf(upper);
        lower = List.copyOf(lower);
    }

    /** P(stop for a large statistic at any look): the power where the effect is positive. */
    public double power() {
        return sum(upper);
    }

    /** P(stop at any look, in either direction). */
    public double total() {
        return sum(upper) + sum(lower);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}
