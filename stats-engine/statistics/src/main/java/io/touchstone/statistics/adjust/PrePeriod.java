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

    /** The two components of a unit. */
    public static PrePeriod of(OptionalDouble value) {
        return value.isPresent() ? new PrePeriod(value.getAsDouble(), 0) : new PrePeriod(0, 1);
    }
}
