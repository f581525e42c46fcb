package io.touchstone.model.catalog;

import io.touchstone.core.input.Limits;

/**
 * One arm of a phase.
 *
 * @param key variant key
 * @param weight 0..1,000,000, relative to the sum of all weights
 */
public record PhaseVariant(String key, int weight) {

    /** Largest weight. */
    public static final int MAX_WEIGHT = 1_000_000;

    /** Checks the weight. */
    public PhaseVariant {
        Limits.range("weight", weight, 0, MAX_WEIGHT);
    }
}
