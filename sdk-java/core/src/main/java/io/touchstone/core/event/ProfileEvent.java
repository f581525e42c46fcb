package io.touchstone.core.event;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.input.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of a unit, from that moment on.
 *
 * @param id see {@link Event#id}
 * @param timeMillis see {@link Event#timeMillis}
 * @param units see {@link Event#units}
 * @param config see {@link Event#config}
 * @param attributes what is known now; those not named stay as they were
 */
public record ProfileEvent(
        String id, long timeMillis, Units units, @Nullable Long config, Attributes attributes) implements Event {

    /** @throws InvalidInputException see {@code docs/formats/events.md} for the codes */
    public ProfileEvent {
        EventRules.check(id, timeMillis, config);
        EventRules.attributes("attributes", attributes);
    }

    @Override
    public EventType type() {
        return EventType.PROFILE;
    }
}
