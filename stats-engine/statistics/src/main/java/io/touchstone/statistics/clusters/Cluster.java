package io.touchstone.statistics.clusters;

/**
 * One randomised group.
 *
 * @param size units in it, above 0; need not be whole
 * @param sum of the metric over the units, in its unit
 */
public record Cluster(double size, double sum) {

    /** @throws IllegalArgumentException for a size that is not above 0, or a sum that is not finite */
    public Cluster {
        if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("size: " + size + " (expected: finite, above 0)");
        }
        if (!Double.isFinite(sum)) {
            throw new IllegalArgumentException("sum: " + sum + " (expected: finite)");
        }
    }
}
