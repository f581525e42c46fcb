package io.touchstone.model.catalog;

import io.touchstone.core.input.Limits;

/**
 * When an outcome counts after the first exposure at t0: {@code t0 + delay ≤ time < t0 + delay + length}; elapsed time.
 *
 * @param delayMillis 0 or more
 * @param lengthMillis 1 or more
 */
public record Window(long delayMillis, long lengthMillis) {

    /** Two years: longer than events are kept. */
    public static final long MAX_MILLIS = 730L * 24 * 60 * 60 * 1000;

    /** Checks both bounds. */
    public Window {
        Limits.range("delayMillis", delayMillis, 0, MAX_MILLIS);
        Limits.range("lengthMillis", lengthMillis, 1, MAX_MILLIS);
    }
}
