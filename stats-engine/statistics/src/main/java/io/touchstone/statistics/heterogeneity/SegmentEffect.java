package io.touchstone.statistics.heterogeneity;

/**
 * The effect in one segment; segments share no unit.
 *
 * @param segment its name
 * @param effect treatment minus control, finite
 * @param standardError of the effect, above 0
 */
public record SegmentEffect(String segment, double effect, double standardError) {

    private static final double SMALLEST = 1e-150;

    /** @throws IllegalArgumentException for an effect that is not finite or an error that is not above 0 */
    public SegmentEffect {
        if (!Double.isFinite(effect)) {
            throw new IllegalArgumentException("effect: " + effect + " (expected: finite)");
        }
        if (!(standardError >= SMALLEST && standardError <= 1 / SMALLEST)) {
            throw new IllegalArgumentException("standardError: " + standardError
                    + " (expected: above 0; its square neither under- nor overflows)");
        }
    }

    double variance() {
        return standardError * standardError;
    }
}
