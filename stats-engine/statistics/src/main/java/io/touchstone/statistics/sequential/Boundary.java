package io.touchstone.statistics.sequential;

import java.util.OptionalDouble;

/**
 * What stops a trial at one look.
 *
 * @param look on both clocks
 * @param z stop when the statistic is at least this (two-sided: its absolute value); absent where the look spends less than
 *     1e-15 and can never stop
 * @param spent alpha used up to and with this look, both tails of a two-sided test together
 * @param nominalP the p-value that belongs to {@code z}, of the same sides as the test
 */
public record Boundary(Look look, OptionalDouble z, double spent, OptionalDouble nominalP) {

    /** Whether a statistic stops the trial here. */
    public boolean crossedBy(double statistic, Sides sides) {
        double size = sides == Sides.TWO ? Math.abs(statistic) : statistic;
        return z.isPresent() && size >= z.getAsDouble();
    }

    /** The boundary, infinite where there is none. */
    double zOrInfinity() {
        return z.orElse(Double.POSITIVE_INFINITY);
    }
}
