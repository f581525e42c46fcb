package io.touchstone.statistics.lift;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * The relative change on the log scale: ln(mean_t/mean_c) ± z·√(Var_t/mean_t² + Var_c/mean_c² − 2·Cov/(mean_t·mean_c)), carried
 * back by exp. For proportions this is the interval of Katz, Baptista, Azen and Pike 1978.
 *
 * @param lift treatment mean / control mean − 1, a fraction
 * @param logTest of ln(mean_t/mean_c) = 0, on the log scale
 * @param interval of the lift, above −1
 */
public record LogLift(double lift, DifferenceTest logTest, Interval interval) {

    /**
     * The lift.
     *
     * @return {@link Reason#MEAN_NOT_POSITIVE} unless both means are above 0, {@link Reason#ZERO_VARIANCE} where both arms are
     *     constant, {@link Reason#RELATIVE_UNBOUNDED} where the upper end leaves the range of doubles
     */
    public static Result<LogLift> of(PairEstimate pair, Alpha alpha) {
        MeanEstimate control = pair.control();
        MeanEstimate treatment = pair.treatment();
        if (!(control.mean() > 0 && treatment.mean() > 0)) {
            return new NotEstimable<>(
                    Reason.MEAN_NOT_POSITIVE,
                    "The log scale needs means above 0: control " + control.mean() + ", treatment " + treatment.mean()
                            + ".");
        }
        double sum = relativeVariance(control) + relativeVariance(treatment);
        double variance = sum - 2 * (pair.covariance() / treatment.mean() / control.mean());
        double log = Math.log(treatment.mean() / control.mean());
        if (!Double.isFinite(log) || !Double.isFinite(variance)) {
            return new NotEstimable<>(
                    Reason.RELATIVE_UNBOUNDED, "A mean is 0 to double precision beside its noise: no relative change.");
        }
        Result<DifferenceTest> test = LargeSampleTest.test(log, variance <= 1e-15 * sum ? 0 : variance, alpha);
        return switch (test) {
            case NotEstimable<DifferenceTest> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<DifferenceTest>(DifferenceTest found) -> back(pair, found);
        };
    }

    private static Result<LogLift> back(PairEstimate pair, DifferenceTest test) {
        double high = Math.expm1(test.interval().high());
        if (high == Double.POSITIVE_INFINITY) {
            return new NotEstimable<>(
                    Reason.RELATIVE_UNBOUNDED, "The upper end of the relative change is beyond every number.");
        }
        double lift = pair.treatment().mean() / pair.control().mean() - 1;
        return new Estimated<>(
                new LogLift(lift, test, new Interval(Math.expm1(test.interval().low()), high)));
    }

    private static double relativeVariance(MeanEstimate arm) {
        return arm.varianceOfMean() / arm.mean() / arm.mean();
    }
}
