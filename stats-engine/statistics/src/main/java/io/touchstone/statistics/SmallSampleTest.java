package io.touchstone.statistics;

import java.util.OptionalDouble;

/** The test of an estimate against 0 where its standard error itself rests on few independent pieces: Student's distribution. */
public final class SmallSampleTest {

    private SmallSampleTest() {}

    /**
     * t = estimate/√variance and the interval that agrees with it.
     *
     * @param estimate finite
     * @param variance squared standard error, 0 or more
     * @param degreesOfFreedom of the variance, above 0
     * @return {@link Reason#ZERO_VARIANCE} for a variance of 0
     */
    public static Result<DifferenceTest> test(double estimate, double variance, double degreesOfFreedom, Alpha alpha) {
        MeanEstimate checked = new MeanEstimate(estimate, variance);
        double error = Math.sqrt(checked.varianceOfMean());
        if (error == 0) {
            return new NotEstimable<>(Reason.ZERO_VARIANCE, "The values do not vary in either arm: no standard error.");
        }
        double t = estimate / error;
        if (Double.isInfinite(t)) {
            return DifferenceTest.beyondRange();
        }
        return new Estimated<>(new DifferenceTest(
                error,
                t,
                OptionalDouble.of(degreesOfFreedom),
                Interval.around(estimate, alpha.t(degreesOfFreedom) * error),
                StudentT.twoSidedP(t, degreesOfFreedom)));
    }
}
