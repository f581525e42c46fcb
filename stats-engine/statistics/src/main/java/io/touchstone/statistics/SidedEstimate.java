package io.touchstone.statistics;

import java.util.OptionalDouble;

/**
 * An estimate whose interval is longer to one side than to the other, and the test of the difference of two of them: the distances
 * to the limits add up as squares, each limit of the difference from the two limits that lie towards it (Newcombe 1998, method 10;
 * Zou and Donner 2008 for any pair of estimates). A symmetric error would be wrong to one side where the error depends on the value.
 *
 * @param value in the metric's unit
 * @param errorBelow distance to the interval's lower limit over the quantile of its distribution, 0 or more
 * @param errorAbove the same to the upper limit
 */
public record SidedEstimate(double value, double errorBelow, double errorAbove) {

    /** @throws IllegalArgumentException for numbers that are not finite, or negative errors */
    public SidedEstimate {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: " + value + " (expected: finite)");
        }
        requireError("errorBelow", errorBelow);
        requireError("errorAbove", errorAbove);
    }

    /** From the limits of an interval that holds the value, {@code quantile} errors away. */
    public static SidedEstimate of(double value, Interval interval, double quantile) {
        return new SidedEstimate(value, (value - interval.low()) / quantile, (interval.high() - value) / quantile);
    }

    /**
     * Treatment minus control. The standard error shown is the one of the side that faces 0, so that the p-value is at most alpha
     * where the interval leaves 0 out.
     *
     * @param degreesOfFreedom of Student's distribution; absent for the normal distribution
     * @return {@link Reason#ZERO_VARIANCE} where both arms have no error towards a side
     */
    public static Result<DifferenceTest> test(
            SidedEstimate control, SidedEstimate treatment, OptionalDouble degreesOfFreedom, Alpha alpha) {
        double difference = treatment.value - control.value;
        double below = Math.hypot(treatment.errorBelow, control.errorAbove);
        double above = Math.hypot(treatment.errorAbove, control.errorBelow);
        if (below == 0 || above == 0) {
            return new NotEstimable<>(Reason.ZERO_VARIANCE, "The values do not vary in either arm: no standard error.");
        }
        double quantile = degreesOfFreedom.isPresent() ? alpha.t(degreesOfFreedom.getAsDouble()) : alpha.z();
        double error = difference > 0 ? below : above;
        double statistic = difference / error;
        double p = degreesOfFreedom.isPresent()
                ? StudentT.twoSidedP(statistic, degreesOfFreedom.getAsDouble())
                : Normal.twoSidedP(statistic);
        Interval interval = new Interval(difference - quantile * below, difference + quantile * above);
        return new Estimated<>(new DifferenceTest(error, statistic, degreesOfFreedom, interval, p));
    }

    private static void requireError(String name, double error) {
        if (!(error >= 0 && error < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": " + error + " (expected: finite, 0 or more)");
        }
    }
}
