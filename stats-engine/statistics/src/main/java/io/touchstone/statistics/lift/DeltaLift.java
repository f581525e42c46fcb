package io.touchstone.statistics.lift;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * The relative change by the delta method: Deng, Knoblich and Lu 2018 (arXiv 1803.06336).
 *
 * <p>se² = Var_t/mean_c² + mean_t²·Var_c/mean_c⁴ − 2·mean_t·Cov/mean_c³. Shown beside Fieller, never deciding: at low rates its
 * interval covers too little. See {@code docs/statistics/fieller.md}.
 *
 * @param lift treatment mean / control mean − 1, a fraction
 * @param variance squared standard error of the lift, 0 or more
 * @param test of a lift of 0 with its symmetric interval, or why there is none
 */
public record DeltaLift(double lift, double variance, Result<DifferenceTest> test) {

    /** The lift; {@link Reason#CONTROL_MEAN_ZERO} where there is none. */
    public static Result<DeltaLift> of(PairEstimate pair, Alpha alpha) {
        MeanEstimate control = pair.control();
        MeanEstimate treatment = pair.treatment();
        double ratio = treatment.mean() / control.mean();
        // Divided in two steps: the square of a minute mean is 0.
        double own = treatment.varianceOfMean() / control.mean() / control.mean();
        double others = ratio * ratio * (control.varianceOfMean() / control.mean() / control.mean());
        double shared = 2 * ratio * (pair.covariance() / control.mean() / control.mean());
        if (control.mean() == 0 || !Double.isFinite(ratio) || !Double.isFinite(own + others - shared)) {
            return new NotEstimable<>(
                    Reason.CONTROL_MEAN_ZERO, "The control mean is 0: a relative change is not defined.");
        }
        double difference = own + others - shared;
        double variance = difference <= 1e-15 * (own + others) ? 0 : difference;
        return new Estimated<>(new DeltaLift(ratio - 1, variance, LargeSampleTest.test(ratio - 1, variance, alpha)));
    }
}
