package io.touchstone.statistics;

import java.util.OptionalDouble;

/**
 * A two-sided test of a difference of 0 and the interval that goes with it.
 *
 * @param standardError of the difference, above 0, in the metric's unit; of the side that faces 0 where the interval has two
 * @param statistic difference divided by its standard error: z, or Welch's t; for a skew-corrected test that t after its
 *     transformation
 * @param degreesOfFreedom of Student's distribution; absent for the normal distribution
 * @param interval covers the difference with probability 1 − alpha
 * @param p two-sided p-value, above 0 and at most 1; below {@link Normal#SMALLEST_P} it is reported as that bound
 */
public record DifferenceTest(
        double standardError, double statistic, OptionalDouble degreesOfFreedom, Interval interval, double p) {

    /** For a difference so large beside its standard error that their quotient leaves the range of doubles. */
    static Result<DifferenceTest> beyondRange() {
        return new NotEstimable<>(
                Reason.NOT_FINITE, "The difference is too large beside its standard error for any statistic.");
    }
}
