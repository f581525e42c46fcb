package io.touchstone.model.catalog;

import io.touchstone.core.input.InvalidInputException;

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
        if (weight < 0 || weight > MAX_WEIGHT) {
            throw new InvalidInputException(
                    "weight_invalid", "weight: " + weight + " (expected: 0.." + MAX_WEIGHT + ")");
        }
    }
}
