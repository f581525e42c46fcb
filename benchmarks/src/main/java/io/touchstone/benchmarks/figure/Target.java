package io.touchstone.benchmarks.figure;

/**
 * What a figure should be.
 *
 * @param low smallest value that keeps to it
 * @param high largest value that does
 * @param text as people read it
 */
public record Target(double low, double high, String text) {

    /** At most that much. */
    public static Target atMost(double high, String text) {
        return new Target(Double.NEGATIVE_INFINITY, high, text);
    }

    /** At least that much. */
    public static Target atLeast(double low, String text) {
        return new Target(low, Double.POSITIVE_INFINITY, text);
    }

    /** Whether the value keeps to it. */
    public boolean isMet(double value) {
        return low <= value && value <= high;
    }
}
