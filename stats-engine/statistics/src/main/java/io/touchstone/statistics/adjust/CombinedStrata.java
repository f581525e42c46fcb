package io.touchstone.statistics.adjust;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SmallSampleTest;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Strata put together: mean = Σ W_h·mean_h and variance = Σ W_h²·variance_h with W_h = weight_h/Σ weight, conditional on how many units
 * each stratum has (Miratrix, Sekhon and Yu 2013).
 *
 * <p>Phases of an experiment are strata too: each has its own split and calendar, so that their moments are never added up (Simpson's
 * paradox).
 *
 * @param pair means of the two arms over all strata
 * @param varianceOfDifference squared standard error of the difference, 0 or more
 * @param degreesOfFreedom of that variance, Satterthwaite 1946: (Σ v_h)²/Σ(v_h²/df_h), v_h = W_h²·variance_h; absent where a stratum's
 *     variance is taken as known, or there is none
 */
public record CombinedStrata(PairEstimate pair, double varianceOfDifference, OptionalDouble degreesOfFreedom) {

    /** @throws IllegalArgumentException for no stratum, or weights that are all 0 */
    public static CombinedStrata of(List<StratumEstimate> strata) {
        double total = strata.stream().mapToDouble(StratumEstimate::weight).sum();
        if (!(total > 0)) {
            throw new IllegalArgumentException("weights: " + total + " in all (expected: above 0)");
        }
        double[] mean = new double[2];
        double[] variance = new double[2];
        double covariance = 0;
        double ofDifference = 0;
        for (StratumEstimate stratum : strata) {
            double w = stratum.weight() / total;
            mean[0] += w * stratum.pair().control().mean();
            mean[1] += w * stratum.pair().treatment().mean();
            variance[0] += w * w * stratum.pair().control().varianceOfMean();
            variance[1] += w * w * stratum.pair().treatment().varianceOfMean();
            covariance += w * w * stratum.pair().covariance();
            ofDifference += w * w * stratum.varianceOfDifference();
        }
        PairEstimate pair = new PairEstimate(
                new MeanEstimate(mean[0], variance[0]), new MeanEstimate(mean[1], variance[1]), covariance);
        return new CombinedStrata(pair, ofDifference, degreesOfFreedom(strata, total, ofDifference));
    }

    private static OptionalDouble degreesOfFreedom(List<StratumEstimate> strata, double total, double variance) {
        if (variance == 0
                || strata.stream()
                        .anyMatch(stratum -> stratum.degreesOfFreedom().isEmpty())) {
            return OptionalDouble.empty();
        }
        double inverse = 0;
        for (StratumEstimate stratum : strata) {
            double w = stratum.weight() / total;
            double share = w * w * stratum.varianceOfDifference() / variance;
            inverse += share * share / stratum.degreesOfFreedom().orElseThrow();
        }
        return OptionalDouble.of(1 / inverse);
    }

    /** Treatment minus control by the normal distribution. */
    public Comparison compare(Alpha alpha) {
        return new Comparison(pair.difference(), LargeSampleTest.test(pair.difference(), varianceOfDifference, alpha));
    }

    /**
     * Treatment minus control by Student's distribution: the default. Where small strata make up the variance the normal distribution
     * claims too much. Without degrees of freedom as {@link #compare}.
     */
    public Comparison guarded(Alpha alpha) {
        if (degreesOfFreedom.isEmpty()) {
            return compare(alpha);
        }
        double difference = pair.difference();
        return new Comparison(
                difference,
                SmallSampleTest.test(difference, varianceOfDifference, degreesOfFreedom.getAsDouble(), alpha));
    }

    /** The relative change over the combined control mean. */
    public Result<Lift> lift(Alpha alpha) {
        return pair.lift(alpha);
    }
}
