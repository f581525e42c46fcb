package io.touchstone.core.event;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A unit met its variant.
 *
 * @param id see {@link Event#id}
 * @param timeMillis see {@link Event#timeMillis}
 * @param units see {@link Event#units}
 * @param config see {@link Event#config}
 * @param flag key of the flag that was asked; null if none was
 * @param experiment key of the experiment or holdout
 * @param phase its phase, 1 or more
 * @param variant key of the variant
 * @param reason why the unit got it; {@code forced} and {@code test} are never analysed; null if unknown
 * @param propensity probability with which the unit could get the variant, above 0 to 1; null if unknown
 * @param attributes of the unit at that moment
 */
public record ExposureEvent(
        String id,
        long timeMillis,
        Units units,
        @Nullable Long config,
        @Nullable String flag,
        String experiment,
        int phase,
        String variant,
        @Nullable String reason,
        @Nullable Double propensity,
        Attributes attributes)
        implements Event {

    /** @throws InvalidInputException see {@code docs/formats/events.md} for the codes */
    public ExposureEvent {
        EventRules.check(id, timeMillis, config);
        if (flag != null) {
            Limits.key("flag", flag);
        }
        Limits.key("experiment", experiment);
        Limits.range("phase", phase, 1, Integer.MAX_VALUE);
        Limits.key("variant", variant);
        if (reason != null) {
            Limits.key("reason", reason);
        }
        if (propensity != null && !(propensity > 0 && propensity <= 1)) {
            throw InvalidInputException.of(FaultCode.NUMBER_RANGE, "propensity", propensity, "above 0, at most 1");
        }
        EventRules.attributes("attributes", attributes);
    }

    @Override
    public EventType type() {
        return EventType.EXPOSURE;
    }
}
