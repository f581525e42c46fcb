package io.touchstone.statistics;

import java.util.OptionalDouble;

/**
 * The difference of two estimates by the normal distribution: z = difference/√(Var_c + Var_t − 2·Cov), and the interval that
 * agrees with it (Wald 1943).
 */
public final class LargeSampleTest {

    private LargeSampleTest() {}

    /**
     * Treatment minus control.
     *
     * @return the difference, whose test is missing with {@link Reason#ZERO_VARIANCE} where there is no standard error
     */
    public static Comparison compare(PairEstimate pair, Alpha alpha) {
        return new Comparison(pair.difference(), test(pair.difference(), pair.varianceOfDifference(), alpha));
    }

    /**
     * The test of a difference with a known variance.
     *
     * @param variance squared standard error of the difference, 0 or more
     * @throws IllegalArgumentException for numbers that are not finite, or a negative variance
     */
    public static Result<DifferenceTest> test(double difference, double variance, Alpha alpha) {
        if (!Double.isFinite(difference)) {
            throw new IllegalArgumentException("difference: " + difference + " (expected: finite)");
        }
        if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("variance: " + variance + " (expected: finite, 0 or more)");
        }
        if (variance == 0) {
            return new NotEstimable<>(Reason.ZERO_VARIANCE, "The values do not vary in either arm: no standard error.");
        }
        double error = Math.sqrt(variance);
        double z = difference / error;
        if (Double.isInfinite(z)) {
            return DifferenceTest.beyondRange();
        }
        return new Estimated<>(new DifferenceTest(
                error, z, OptionalDouble.empty(), Interval.around(difference, alpha.z() * error), Normal.twoSidedP(z)));
    }
}
