package io.touchstone.core.datafile;

import io.touchstone.core.input.Limits;

/**
 * A namespace of one million slots.
 *
 * @param key unique in the datafile
 * @param salt what a unit's slot is hashed with
 */
public record LayerDefinition(String key, String salt) {
    /** @throws io.touchstone.core.input.InvalidInputException {@code key_invalid}, {@code text_surrogate} */
    public LayerDefinition {
        Limits.key("key", key);
        Limits.key("salt", salt);
    }
}
