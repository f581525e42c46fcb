package io.touchstone.statistics.skew;

import io.touchstone.statistics.SkewMoments;

/**
 * The same two arms with their values capped lower, so that the guard can name a cap that would do in the next test. Never used to
 * test this one: a cap is chosen before the data.
 *
 * @param cap in the metric's unit
 * @param control moments of the values capped at {@code cap}
 * @param treatment moments of the values capped at {@code cap}
 */
public record CapCandidate(double cap, SkewMoments control, SkewMoments treatment) {

    /** @throws IllegalArgumentException for a cap that is not finite */
    public CapCandidate {
        if (!Double.isFinite(cap)) {
            throw new IllegalArgumentException("cap: " + cap + " (expected: finite)");
        }
    }
}
