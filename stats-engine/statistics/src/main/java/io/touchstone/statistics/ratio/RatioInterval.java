package io.touchstone.statistics.ratio;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.skew.TailBend;

/**
 * The interval of one arm's ratio of sums (with denominators of 1: of its mean), as {@link GuardedRatiosTest} makes that of a difference:
 * leverage, effective number of units, skewness. See {@code docs/statistics/ratio.md}.
 */
public final class RatioInterval {

    private RatioInterval() {}

    /**
     * Covers Σa/Σb of the units to come with probability 1 − alpha.
     *
     * @return the reasons of {@link RatioOfSums#of(io.touchstone.statistics.JointMoments)}, {@link Reason#TOO_FEW_UNITS} below three units,
     *     {@link Reason#ZERO_VARIANCE} where every unit has the same ratio, {@link Reason#TOO_SKEWED}
     */
    public static Result<Interval> of(RatioMoments arm, Alpha alpha) {
        return switch (RatioOfSums.of(arm.joint())) {
            case NotEstimable<MeanEstimate> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<MeanEstimate>(MeanEstimate ratio) -> around(ratio.mean(), arm, alpha);
        };
    }

    private static Result<Interval> around(double ratio, RatioMoments arm, Alpha alpha) {
        long n = arm.joint().n();
        if (n < 3) {
            return new NotEstimable<>(Reason.TOO_FEW_UNITS, "Units: " + n + " (at least 3 are needed).");
        }
        Residuals residuals = Residuals.of(arm, ratio);
        double error = Math.sqrt(residuals.variance());
        if (error == 0) {
            return new NotEstimable<>(Reason.ZERO_VARIANCE, "Every unit has the same ratio: no standard error.");
        }
        RatioSkew skew = RatioSkew.of(residuals);
        double kappa = skew.equivalentKappa(alpha.z());
        if (!(Math.abs(kappa) <= SkewGuard.CORRECTABLE)) {
            return new NotEstimable<>(
                    Reason.TOO_SKEWED,
                    "The values are too skewed for an interval (kappa " + Math.round(kappa * 1000) / 1000.0
                            + ", at most " + SkewGuard.CORRECTABLE + "): more units, or a lower cap.");
        }
        TailBend bend = skew.bend();
        double quantile = alpha.t(residuals.degreesOfFreedom());
        return new Estimated<>(
                new Interval(ratio - error * bend.inverse(quantile), ratio - error * bend.inverse(-quantile)));
    }
}
