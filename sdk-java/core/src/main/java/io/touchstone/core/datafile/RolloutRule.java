package io.touchstone.core.datafile;

import io.touchstone.core.condition.Condition;
import io.touchstone.core.input.Limits;
import io.touchstone.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Answers one value to a share of an audience.
 *
 * @param key unique in the flag
 * @param salt what a unit is hashed with
 * @param unitType what is hashed
 * @param share millionths of the units that get the value
 * @param audience whom it addresses; null for everyone
 * @param variant what the decision names
 * @param value what the flag answers
 */
public record RolloutRule(
        String key,
        String salt,
        String unitType,
        int share,
        @Nullable Condition audience,
        String variant,
        JsonValue value)
        implements Rule {

    /** @throws io.touchstone.core.input.InvalidInputException {@code key_invalid}, {@code number_range} */
    public RolloutRule {
        Limits.key("key", key);
        Limits.key("salt", salt);
        Limits.key("unitType", unitType);
        Limits.range("share", share, 0, SlotRange.SLOTS);
        Limits.key("variant", variant);
    }
}
