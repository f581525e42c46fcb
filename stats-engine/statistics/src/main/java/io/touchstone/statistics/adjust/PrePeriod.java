package io.touchstone.statistics.adjust;

import java.util.OptionalDouble;

/**
 * A covariate that some units do not have: no history is its own level, not the value 0.
 *
 * <p>With both components among the covariates the regression gives the units without history a mean of their own, and the slope
 * comes from the others alone.
 *
 * @param value the unit's value, 0 where it is missing
 * @param missing 1 where it is missing, else 0
 */
public record PrePeriod(double value, double missing) {

    /** @throws IllegalArgumentException for a value that is not finite, or a mark that is neither 0 nor 1 */
    public PrePeriod {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: " + value + " (expected: finite)");
        }
        if (Double.compare(missing, 0) != 0 && Double.compare(missing, 1) != 0) {
            throw new IllegalArgumentException("missing: " + missing + " (expected: 0 or 1)");
        }
    }

    /** The two components of a unit. */
    public static PrePeriod of(OptionalDouble value) {
        return value.isPresent() ? new PrePeriod(value.getAsDouble(), 0) : new PrePeriod(0, 1);
    }
}
