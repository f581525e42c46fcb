package io.touchstone.statistics.ratio;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.ArmSizes;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * Σa/Σb by the delta method: R = mean_a/mean_b, Var(R) = (s²_a − 2R·s_ab + R²·s²_b)/(n·mean_b²), moments at the unit of
 * randomisation: Deng, Knoblich and Lu 2018 (arXiv 1803.06336). See {@code docs/statistics/ratio.md}.
 */
public final class RatioOfSums {

    private RatioOfSums() {}

    /**
     * The ratio of one arm.
     *
     * @param arm component 0 the numerator, component 1 the denominator; further ones are not read
     * @return {@link Reason#EMPTY_ARM}, {@link Reason#DENOMINATOR_ZERO}, or {@link Reason#TOO_FEW_UNITS} below two units
     */
    public static Result<MeanEstimate> of(JointMoments arm) {
        if (arm.dimension() < 2) {
            throw new IllegalArgumentException("dimension: " + arm.dimension() + " (expected: 2 or more)");
        }
        if (arm.n() == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, "There are no units.");
        }
        double ratio = arm.mean(0) / arm.mean(1);
        if (arm.mean(1) == 0 || !Double.isFinite(ratio)) {
            return new NotEstimable<>(Reason.DENOMINATOR_ZERO, "The denominator adds up to 0: there is no ratio.");
        }
        if (arm.n() < 2) {
            return new NotEstimable<>(Reason.TOO_FEW_UNITS, "Units: " + arm.n() + " (at least 2 are needed).");
        }
        double[] residual = new double[arm.dimension()];
        residual[0] = 1;
        residual[1] = -ratio;
        double variance = arm.combination(residual).m2() / (arm.n() - 1) / arm.n() / arm.mean(1) / arm.mean(1);
        if (!Double.isFinite(variance)) {
            return new NotEstimable<>(Reason.DENOMINATOR_ZERO, "The denominator is 0 to double precision: no ratio.");
        }
        return new Estimated<>(new MeanEstimate(ratio, variance));
    }

    /** Both arms; {@link Reason#EMPTY_ARM} with the sizes of both, else the reason of the arm that has no ratio. */
    public static Result<PairEstimate> of(JointMoments control, JointMoments treatment) {
        if (control.n() == 0 || treatment.n() == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, ArmSizes.text(control.n(), treatment.n()));
        }
        return switch (of(control)) {
            case NotEstimable<MeanEstimate> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<MeanEstimate>(MeanEstimate own) ->
                of(treatment).map(other -> PairEstimate.independent(own, other));
        };
    }

    /** Treatment minus control; the test may be missing with {@link Reason#ZERO_VARIANCE}. */
    public static Result<Comparison> compare(JointMoments control, JointMoments treatment, Alpha alpha) {
        return of(control, treatment).map(pair -> LargeSampleTest.compare(pair, alpha));
    }
}
