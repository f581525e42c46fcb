package io.touchstone.statistics.adjust;

import io.touchstone.statistics.PairEstimate;

/**
 * What one stratum, or one phase, says.
 *
 * @param name of the stratum
 * @param weight 0 or more, relative to the total: units of both arms, or a known share of the population
 * @param pair the two arms
 * @param varianceOfDifference squared standard error of the difference, 0 or more
 */
public record StratumEstimate(String name, double weight, PairEstimate pair, double varianceOfDifference) {

    /** @throws IllegalArgumentException for a negative or infinite weight or variance */
    public StratumEstimate {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight: " + weight + " (expected: finite, 0 or more)");
        }
        if (!(varianceOfDifference >= 0 && varianceOfDifference < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "varianceOfDifference: " + varianceOfDifference + " (expected: finite, 0 or more)");
        }
    }

    /** Plain arms. */
    public static StratumEstimate of(String name, double weight, PairEstimate pair) {
        return new StratumEstimate(name, weight, pair, pair.varianceOfDifference());
    }

    /** Arms adjusted within the stratum. */
    public static StratumEstimate of(String name, double weight, AdjustedMeans means) {
        return new StratumEstimate(name, weight, means.pair(), means.varianceOfDifference());
    }
}
