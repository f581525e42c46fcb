package io.touchstone.core.event;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What a unit did.
 *
 * @param id see {@link Event#id}
 * @param timeMillis see {@link Event#timeMillis}
 * @param units see {@link Event#units}
 * @param config see {@link Event#config}
 * @param name what it did, {@code purchase}
 * @param value how much, finite, at most 1e12 in size; null if there is no amount
 * @param properties of the deed, for filters
 */
public record OutcomeEvent(
        String id,
        long timeMillis,
        Units units,
        @Nullable Long config,
        String name,
        @Nullable Double value,
        Attributes properties)
        implements Event {

    /** @throws InvalidInputException see {@code docs/formats/events.md} for the codes */
    public OutcomeEvent {
        EventRules.check(id, timeMillis, config);
        Limits.key("name", name);
        if (value != null && !(Math.abs(value) <= EventRules.MAX_VALUE)) {
            throw InvalidInputException.of(
                    FaultCode.NUMBER_RANGE, "value", value, "a finite number of at most 1e12 in size");
        }
        EventRules.attributes("properties", properties);
    }

    @Override
    public EventType type() {
        return EventType.OUTCOME;
    }
}
