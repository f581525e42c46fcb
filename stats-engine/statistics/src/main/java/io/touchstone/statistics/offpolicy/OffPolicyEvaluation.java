package io.touchstone.statistics.offpolicy;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.ratio.RatioInterval;
import io.touchstone.statistics.ratio.RatioMoments;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The value of a policy from a log of another: Horvitz and Thompson 1952 (IPS), Swaminathan and Joachims 2015 (SNIPS), Dudík,
 * Langford and Li 2011 (doubly robust). See {@code docs/statistics/off-policy.md}.
 */
public final class OffPolicyEvaluation {

    private OffPolicyEvaluation() {}

    /**
     * All four estimates.
     *
     * @param log independent decisions
     * @param clip largest weight, above 0; absent to leave weights as they are. Clipping trades noise for bias
     * @return {@link Reason#EMPTY_ARM} without rows, {@link Reason#TOO_FEW_UNITS} with one
     */
    public static Result<PolicyValue> of(List<LoggedDecision> log, OptionalDouble clip) {
        double limit = limit(clip);
        if (log.size() < 2) {
            Reason reason = log.isEmpty() ? Reason.EMPTY_ARM : Reason.TOO_FEW_UNITS;
            return new NotEstimable<>(reason, "Logged decisions: " + log.size() + " (at least 2 are needed).");
        }
        Moments ips = Moments.NONE;
        Moments robust = Moments.NONE;
        double model = 0;
        double weights = 0;
        double squares = 0;
        int clipped = 0;
        for (LoggedDecision row : log) {
            double weight = Math.min(limit, row.weight());
            clipped += row.weight() > limit ? 1 : 0;
            double expected = row.modelValue();
            double residual = row.reward() - row.model().get(row.action());
            ips = ips.plus(Moments.of(weight * row.reward()));
            robust = robust.plus(Moments.of(expected + weight * residual));
            model += expected;
            weights += weight;
            squares += weight * weight;
        }
        double effective = squares == 0 ? 0 : weights * weights / squares;
        return new Estimated<>(new PolicyValue(
                ips.estimate(),
                normalised(log, limit, weights),
                model / log.size(),
                robust.estimate(),
                effective,
                clipped,
                log.size()));
    }

    /**
     * Intervals around the three estimates that have noise of their own.
     *
     * @param log independent decisions
     * @param clip as for {@link #of}
     */
    public static PolicyIntervals intervals(List<LoggedDecision> log, OptionalDouble clip, Alpha alpha) {
        double limit = limit(clip);
        RatioMoments ips = RatioMoments.NONE;
        RatioMoments snips = RatioMoments.NONE;
        RatioMoments robust = RatioMoments.NONE;
        for (LoggedDecision row : log) {
            double weight = Math.min(limit, row.weight());
            double residual = row.reward() - row.model().get(row.action());
            ips = ips.plus(RatioMoments.of(weight * row.reward(), 1));
            snips = snips.plus(RatioMoments.of(weight * row.reward(), weight));
            robust = robust.plus(RatioMoments.of(row.modelValue() + weight * residual, 1));
        }
        return new PolicyIntervals(
                RatioInterval.of(ips, alpha), RatioInterval.of(snips, alpha), RatioInterval.of(robust, alpha));
    }

    private static double limit(OptionalDouble clip) {
        double limit = clip.orElse(Double.POSITIVE_INFINITY);
        if (!(limit > 0)) {
            throw new IllegalArgumentException("clip: " + limit + " (expected: above 0)");
        }
        return limit;
    }

    /** Σwr/Σw with √(Σw²(r − snips)²)/Σw by the delta method. */
    private static Result<MeanEstimate> normalised(List<LoggedDecision> log, double limit, double weights) {
        if (weights == 0) {
            return new NotEstimable<>(Reason.NO_OVERLAP, "The policy never takes an action that was logged.");
        }
        double mean = 0;
        for (LoggedDecision row : log) {
            mean += Math.min(limit, row.weight()) / weights * row.reward();
        }
        double variance = 0;
        for (LoggedDecision row : log) {
            double term = Math.min(limit, row.weight()) / weights * (row.reward() - mean);
            variance += term * term;
        }
        return new Estimated<>(new MeanEstimate(mean, variance));
    }
}
