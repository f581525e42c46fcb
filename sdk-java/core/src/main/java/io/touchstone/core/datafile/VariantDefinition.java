package io.touchstone.core.datafile;

import io.touchstone.core.bucketing.VariantRanges;
import io.touchstone.core.input.Limits;
import io.touchstone.core.json.JsonValue;

/**
 * One arm of an experiment.
 *
 * @param key unique in the experiment
 * @param weight 0 to 1,000,000, relative to the total of the experiment
 * @param value what the flag answers
 */
public record VariantDefinition(String key, int weight, JsonValue value) {
    /** @throws io.touchstone.core.input.InvalidInputException {@code key_invalid}, {@code number_range} */
    public VariantDefinition {
        Limits.key("key", key);
        Limits.range("weight", weight, 0, VariantRanges.MAX_WEIGHT);
    }
}
