package io.touchstone.statistics;

import java.util.OptionalDouble;

/**
 * A one-sided test of a difference of 0, and the bound that goes with it.
 *
 * @param side the alternative
 * @param p the tail on that side, above 0 and at most 1
 * @param bound with probability 1 − alpha the difference lies above it ({@link Side#GREATER}) or below it
 *     ({@link Side#LESS})
 */
public record OneSidedTest(Side side, double p, double bound) {

    /**
     * The same difference and standard error, read on one side.
     *
     * @param difference the estimate the test belongs to
     * @param alpha the whole level of the one tail: 0.025 agrees with a two-sided 0.05
     */
    public static OneSidedTest of(double difference, DifferenceTest test, Side side, Alpha alpha) {
        OptionalDouble df = test.degreesOfFreedom();
        double quantile = df.isPresent()
                ? StudentT.upperQuantile(alpha.value(), df.getAsDouble())
                : Normal.upperQuantile(alpha.value());
        double p = df.isPresent() ? side.p(test.statistic(), df.getAsDouble()) : side.p(test.statistic());
        return new OneSidedTest(side, p, difference - side.sign() * quantile * test.standardError());
    }
}
