package io.touchstone.statistics.history;

/**
 * The relative effect of a finished test, won or lost.
 *
 * @param effect a fraction (0.1 is +10 %)
 * @param standardError of it, above 0
 */
public record PastEffect(double effect, double standardError) {

    /** @throws IllegalArgumentException for an effect that is not finite or an error that is not above 0 */
    public PastEffect {
        if (!Double.isFinite(effect)) {
            throw new IllegalArgumentException("effect: " + effect + " (expected: finite)");
        }
        if (!(standardError > 0 && standardError < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("standardError: " + standardError + " (expected: finite, above 0)");
        }
    }
}
