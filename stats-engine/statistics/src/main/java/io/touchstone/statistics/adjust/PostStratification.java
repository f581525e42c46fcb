package io.touchstone.statistics.adjust;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * A difference of means within the levels of one declared dimension, put together by the levels' shares: Miratrix, Sekhon and Yu 2013
 * (JRSS B 75:369). See {@code docs/statistics/post-stratification.md}.
 */
public final class PostStratification {

    private PostStratification() {}

    /** Weighted by the units of both arms in each stratum. */
    public static Result<CombinedStrata> of(List<Stratum> strata) {
        return of(
                strata, strata.stream().map(stratum -> (double) stratum.units()).toList());
    }

    /**
     * Weighted by known shares of the population.
     *
     * @param weights one for each stratum, 0 or more, relative to their total
     * @return {@link Reason#EMPTY_ARM} without any units; {@link Reason#STRATUM_WITHOUT_BOTH_ARMS} where a stratum that counts has
     *     fewer than two units in an arm: merge it with another before the data are looked at
     */
    public static Result<CombinedStrata> of(List<Stratum> strata, List<Double> weights) {
        if (strata.size() != weights.size()) {
            throw new IllegalArgumentException(
                    "weights: " + weights.size() + " of them (expected: " + strata.size() + ", one for each stratum)");
        }
        List<StratumEstimate> estimates = new ArrayList<>();
        double total = 0;
        for (int h = 0; h < strata.size(); h++) {
            Stratum stratum = strata.get(h);
            if (weights.get(h) == 0) {
                continue;
            }
            if (stratum.control().n() < 2 || stratum.treatment().n() < 2) {
                return new NotEstimable<>(Reason.STRATUM_WITHOUT_BOTH_ARMS, text(stratum));
            }
            estimates.add(StratumEstimate.of(weights.get(h), stratum));
            total += weights.get(h);
        }
        if (total == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, "There are no units in any stratum.");
        }
        return new Estimated<>(CombinedStrata.of(estimates));
    }

    private static String text(Stratum stratum) {
        return "Stratum " + stratum.name() + " has " + stratum.control().n() + " control and "
                + stratum.treatment().n() + " treatment units (at least 2 in each are needed).";
    }
}
