package io.touchstone.statistics.sequential;

/** Treatment minus control over matured cohorts; made by {@link MatureCohorts} alone. */
public final class MatureDifference {

    private final double difference;
    private final double standardError;
    private final long units;

    MatureDifference(double difference, double standardError, long units) {
        if (!Double.isFinite(difference)) {
            throw new IllegalArgumentException("difference: " + difference + " (expected: finite)");
        }
        if (!(standardError > 0 && standardError < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("standardError: " + standardError + " (expected: finite, above 0)");
        }
        this.difference = difference;
        this.standardError = standardError;
        this.units = units;
    }

    /** In the metric's unit. */
    public double difference() {
        return difference;
    }

    /** In the metric's unit, above 0. */
    public double standardError() {
        return standardError;
    }

    /** Matured units of both arms. */
    public long units() {
        return units;
    }

    /** Difference over standard error. */
    public double z() {
        return difference / standardError;
    }
}
