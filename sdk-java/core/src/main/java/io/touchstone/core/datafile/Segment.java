package io.touchstone.core.datafile;

import io.touchstone.core.condition.Condition;
import io.touchstone.core.input.Limits;

/**
 * A named condition.
 *
 * @param key unique in the datafile
 * @param condition may name other segments, without a circle
 */
public record Segment(String key, Condition condition) {
    /** @throws io.touchstone.core.input.InvalidInputException {@code key_invalid} */
    public Segment {
        Limits.key("key", key);
    }
}
