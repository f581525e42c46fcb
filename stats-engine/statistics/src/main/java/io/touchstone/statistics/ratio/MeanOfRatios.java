package io.touchstone.statistics.ratio;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * The mean of each unit's own ratio r = a/b over the units with b > 0.
 *
 * <p>Who has b > 0 is itself an outcome, so this is the ratio of Σ r·1{b>0} and Σ 1{b>0}, with the delta variance
 * n·M2/((n − 1)·m²) for m of n units; a report warns where the share of such units differs between arms. See
 * {@code docs/statistics/ratio.md}.
 *
 * @param ratios moments of r over the units with b > 0
 * @param without units with b = 0, 0 or more
 */
public record MeanOfRatios(Moments ratios, long without) {

    /** @throws IllegalArgumentException for a negative count */
    public MeanOfRatios {
        if (without < 0) {
            throw new IllegalArgumentException("without: " + without + " (expected: 0 or more)");
        }
    }

    /** The units of both sets. */
    public MeanOfRatios plus(MeanOfRatios other) {
        return new MeanOfRatios(ratios.plus(other.ratios), Math.addExact(without, other.without));
    }

    /** The mean; {@link Reason#DENOMINATOR_ZERO} where no unit has a denominator, {@link Reason#TOO_FEW_UNITS} for one. */
    public Result<MeanEstimate> estimate() {
        if (ratios.n() == 0 && without > 0) {
            return new NotEstimable<>(Reason.DENOMINATOR_ZERO, "No unit has a denominator above 0.");
        }
        if (ratios.n() == 1) {
            return new NotEstimable<>(
                    Reason.TOO_FEW_UNITS, "One unit has a denominator above 0 (at least 2 are needed).");
        }
        return RatioOfSums.of(asSums());
    }

    /** Treatment minus control. */
    public static Result<Comparison> compare(MeanOfRatios control, MeanOfRatios treatment, Alpha alpha) {
        return switch (control.estimate()) {
            case NotEstimable<MeanEstimate> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<MeanEstimate> _ ->
                switch (treatment.estimate()) {
                    case NotEstimable<MeanEstimate> missing -> new NotEstimable<>(missing.reason(), missing.text());
                    case Estimated<MeanEstimate> _ -> RatioOfSums.compare(control.asSums(), treatment.asSums(), alpha);
                };
        };
    }

    /** Each unit as (r·1{b>0}, 1{b>0}). */
    private JointMoments asSums() {
        JointMoments with = JointMoments.ofProducts(
                ratios.n(),
                new double[] {ratios.mean(), ratios.n() == 0 ? 0 : 1},
                new double[][] {{ratios.m2(), 0}, {0, 0}});
        JointMoments none = JointMoments.ofProducts(without, new double[2], new double[2][2]);
        return with.plus(none);
    }
}
