package io.touchstone.statistics;

/**
 * A closed interval in the units of what it covers.
 *
 * @param low lower end
 * @param high upper end, not below {@code low}
 */
public record Interval(double low, double high) {

    /** @throws IllegalArgumentException for ends that are not finite or in the wrong order */
    public Interval {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException(
                    "interval: [" + low + ", " + high + "] (expected: finite ends, the lower one first)");
        }
    }

    /** {@code centre} ± {@code halfWidth}. */
    public static Interval around(double centre, double halfWidth) {
        return new Interval(centre - halfWidth, centre + halfWidth);
    }
}
