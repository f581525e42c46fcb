package io.touchstone.statistics.planning;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Normal;
import io.touchstone.statistics.sequential.Sides;

/** The chance that a test finds an effect that is there. See {@code docs/statistics/sample-size.md}. */
public final class Power {

    private Power() {}

    /**
     * Φ(|d|/se − z_a), and for two sides + Φ(−|d|/se − z_a): the wrong direction counts too, so that no effect gives alpha.
     *
     * @param difference the true one; for one side in the direction that is looked in, so its size counts
     * @param standardError of the estimate, above 0
     */
    public static double of(double difference, double standardError, Alpha alpha, Sides sides) {
        if (!Double.isFinite(difference)) {
            throw new IllegalArgumentException("difference: " + difference + " (expected: finite)");
        }
        UnitVariances.requirePositive("standardError", standardError);
        double size = Math.abs(difference) / standardError;
        double critical = ErrorRates.criticalZ(alpha, sides);
        return switch (sides) {
            case ONE -> Normal.upperTail(critical - size);
            case TWO -> Normal.upperTail(critical - size) + Normal.upperTail(critical + size);
        };
    }
}
