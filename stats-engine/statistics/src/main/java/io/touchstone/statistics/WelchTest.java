package io.touchstone.statistics;

import java.util.OptionalDouble;

/**
 * The difference of two independent means with unequal variances: Welch 1947, degrees of freedom by Satterthwaite 1946.
 *
 * <p>See {@code docs/statistics/welch.md}.
 */
public final class WelchTest {

    private WelchTest() {}

    /**
     * Treatment minus control.
     *
     * @return {@link Reason#EMPTY_ARM} where an arm has no units; else the difference, whose test is missing with
     *     {@link Reason#TOO_FEW_UNITS} (fewer than two in an arm) or {@link Reason#ZERO_VARIANCE} (constant in both arms)
     */
    public static Result<Comparison> compare(Moments control, Moments treatment, Alpha alpha) {
        if (control.n() == 0 || treatment.n() == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, ArmSizes.text(control.n(), treatment.n()));
        }
        double difference = treatment.mean() - control.mean();
        return new Estimated<>(new Comparison(difference, test(control, treatment, difference, alpha)));
    }

    private static Result<DifferenceTest> test(Moments control, Moments treatment, double difference, Alpha alpha) {
        if (control.n() < 2 || treatment.n() < 2) {
            return new NotEstimable<>(Reason.TOO_FEW_UNITS, ArmSizes.text(control.n(), treatment.n()));
        }
        double squared = control.varianceOfMean() + treatment.varianceOfMean();
        if (squared == 0) {
            return new NotEstimable<>(
                    Reason.ZERO_VARIANCE, "All units of an arm have the same value, in both arms: no standard error.");
        }
        double degreesOfFreedom = Satterthwaite.degreesOfFreedom(
                control.varianceOfMean(), control.n() - 1.0, treatment.varianceOfMean(), treatment.n() - 1.0);
        double error = Math.sqrt(squared);
        double t = difference / error;
        if (Double.isInfinite(t)) {
            return DifferenceTest.beyondRange();
        }
        Interval interval = Interval.around(difference, alpha.t(degreesOfFreedom) * error);
        double p = StudentT.twoSidedP(t, degreesOfFreedom);
        return new Estimated<>(new DifferenceTest(error, t, OptionalDouble.of(degreesOfFreedom), interval, p));
    }
}
