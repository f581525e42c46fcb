package io.touchstone.statistics.adjust;

import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Result;
import java.util.OptionalDouble;

/**
 * What one stratum, or one phase, says.
 *
 * @param name of the stratum
 * @param weight 0 or more, relative to the total: units of both arms, or a known share of the population
 * @param pair the two arms
 * @param varianceOfDifference squared standard error of the difference, 0 or more
 * @param degreesOfFreedom of that variance, above 0; absent where it is taken as known
 */
public record StratumEstimate(
        String name, double weight, PairEstimate pair, double varianceOfDifference, OptionalDouble degreesOfFreedom) {

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

    /** Arms of any kind, their variances taken as known. */
    public static StratumEstimate of(String name, double weight, PairEstimate pair) {
        return new StratumEstimate(name, weight, pair, pair.varianceOfDifference(), OptionalDouble.empty());
    }

    /** Plain arms of at least two units each, with Satterthwaite's degrees of freedom. */
    static StratumEstimate of(double weight, Stratum stratum) {
        PairEstimate pair = PairEstimate.independent(
                stratum.control().estimate(), stratum.treatment().estimate());
        double control = pair.control().varianceOfMean();
        double variance = pair.varianceOfDifference();
        double share = variance == 0 ? 0 : control / variance;
        double df = 1
                / (share * share / (stratum.control().n() - 1)
                        + (1 - share) * (1 - share) / (stratum.treatment().n() - 1));
        return new StratumEstimate(stratum.name(), weight, pair, variance, OptionalDouble.of(df));
    }

    /** Arms adjusted within the stratum. */
    public static StratumEstimate of(String name, double weight, AdjustedMeans means) {
        return new StratumEstimate(name, weight, means.pair(), means.varianceOfDifference(), means.degreesOfFreedom());
    }

    /**
     * Arms adjusted within the stratum, with the error for small arms.
     *
     * @return the reason why {@link AdjustedMeans#corrected} has none
     */
    public static Result<StratumEstimate> guarded(String name, double weight, AdjustedMeans means) {
        return means.corrected()
                .map(error -> new StratumEstimate(
                        name, weight, means.pair(), error.variance(), OptionalDouble.of(error.degreesOfFreedom())));
    }
}
