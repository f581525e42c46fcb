package io.touchstone.statistics.planning;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Normal;
import io.touchstone.statistics.sequential.Sides;

/**
 * The errors a plan allows.
 *
 * @param alpha chance of a false alarm, over both sides where there are two
 * @param sides the directions looked in
 * @param power chance to find the planned effect, above alpha and below 1
 */
public record ErrorRates(Alpha alpha, Sides sides, double power) {

    /** 5 %, two-sided, 80 %. */
    public static final ErrorRates USUAL = new ErrorRates(Alpha.FIVE_PERCENT, Sides.TWO, 0.8);

    /** @throws IllegalArgumentException for a power that no number of units gives, or that needs none */
    public ErrorRates {
        if (!(power > alpha.value() && power < 1)) {
            throw new IllegalArgumentException(
                    "power: " + power + " (expected: above alpha, " + alpha.value() + ", and below 1)");
        }
    }

    /** z_a + z_b: how many standard errors the planned effect must measure. */
    public double drift() {
        return criticalZ() - Normal.upperQuantile(power);
    }

    /** z_a. */
    public double criticalZ() {
        return criticalZ(alpha, sides);
    }

    static double criticalZ(Alpha alpha, Sides sides) {
        return switch (sides) {
            case ONE -> Normal.upperQuantile(alpha.value());
            case TWO -> alpha.z();
        };
    }

    /** z_b, the {@code power} quantile. */
    public double powerZ() {
        return -Normal.upperQuantile(power);
    }
}
