package io.touchstone.statistics;

/**
 * A mean (or a rate) with its uncertainty.
 *
 * @param mean in the metric's unit
 * @param varianceOfMean squared standard error of {@code mean}, 0 or more
 */
public record MeanEstimate(double mean, double varianceOfMean) {

    /** @throws IllegalArgumentException for numbers that are not finite, or a negative variance */
    public MeanEstimate {
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("mean: " + mean + " (expected: finite)");
        }
        if (!(varianceOfMean >= 0 && varianceOfMean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("varianceOfMean: " + varianceOfMean + " (expected: finite, 0 or more)");
        }
    }
}
