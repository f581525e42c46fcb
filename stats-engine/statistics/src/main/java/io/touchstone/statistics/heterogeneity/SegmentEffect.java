package io.touchstone.statistics.heterogeneity;

/**
 * The effect in one segment; segments share no unit.
 *
 * @param segment its name
 * @param effect treatment minus control, finite
 * @param standardError of the effect, above 0
 */
public record SegmentEffect(String segment, double effect, double standardError) {

    /** @throws IllegalArgumentException for an effect that is not finite or an error that is not above 0 */
    public SegmentEffect {
        if (!Double.isFinite(effect)) {
            throw new IllegalArgumentException("effect: " + effect + " (expected: finite)");
        }
        if (!(standardError > 0 && standardError < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("standardError: " + standardError + " (expected: finite, above 0)");
        }
    }

    double variance() {
        return standardError * standardError;
    }
}
