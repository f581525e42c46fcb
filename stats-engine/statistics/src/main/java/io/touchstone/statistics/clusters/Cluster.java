package io.touchstone.statistics.clusters;

/**
 * One randomised group.
 *
 * @param size units in it, 1 to 1e15; need not be whole
 * @param sum of the metric over the units, in its unit
 */
public record Cluster(double size, double sum) {

    /** @throws IllegalArgumentException for a size out of range, or a sum that is not finite */
    public Cluster {
        if (!(size >= 1 && size <= 1e15)) {
            throw new IllegalArgumentException("size: " + size + " (expected: 1 to 1e15)");
        }
        if (!Double.isFinite(sum)) {
            throw new IllegalArgumentException("sum: " + sum + " (expected: finite)");
        }
    }
}
