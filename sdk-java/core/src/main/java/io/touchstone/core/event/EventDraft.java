package io.touchstone.core.event;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import io.touchstone.core.input.Utf8;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of one event while it is being read, in whatever order they come. */
final class EventDraft {
    /** Warnings about one event. */
    private static final int MAX_WARNINGS = 8;

    @Nullable
    String id;

    @Nullable
    EventType type;

    @Nullable
    Long timeMillis;

    @Nullable
    Units units;

    @Nullable
    Long config;

    @Nullable
    String flag;

    @Nullable
    String experiment;

    @Nullable
    Long phase;

    @Nullable
    String variant;

    @Nullable
    String reason;

    @Nullable
    Double propensity;

    @Nullable
    String name;

    @Nullable
    Double value;

    @Nullable
    String token;

    Attributes properties = Attributes.EMPTY;
    Attributes attributes = Attributes.EMPTY;

    /** Bits of the fields seen with a value. */
    private int seen;

    private @Nullable List<String> unknown;

    /** Notes that a field has come. @throws InvalidInputException {@code duplicate} the second time */
    void see(EventField field) {
        if ((seen & field.bit()) != 0) {
            throw InvalidInputException.of(FaultCode.DUPLICATE, "event", field.wireName, "every field once");
        }
        seen |= field.bit();
    }

    void seeUnknown(String field) {
        if (unknown == null) {
            unknown = new ArrayList<>(2);
        }
        if (unknown.size() < MAX_WARNINGS) {
            unknown.add(field);
        }
    }

    /** The id, if it is a good one. */
    @Nullable
    String goodId() {
        int bytes = id == null ? 0 : Utf8.length(id);
        return bytes > 0 && bytes <= Limits.ID_BYTES ? id : null;
    }

    /** The event. @throws InvalidInputException for the first rule it breaks */
    Event build() {
        EventType kind = required("type", type);
        String eventId = required("id", id);
        long time = required("time", timeMillis);
        Units who = required("units", units);
        return switch (kind) {
            case EXPOSURE -> exposure(eventId, time, who);
            case OUTCOME -> new OutcomeEvent(eventId, time, who, config, required("name", name), value, properties);
            case PROFILE -> new ProfileEvent(eventId, time, who, config, attributes);
        };
    }

    /** Whether it is an exposure whose fields are in a token. */
    boolean isToken() {
        return token != null && type == EventType.EXPOSURE;
    }

    /** The exposure a token stands for. @throws InvalidInputException for the first rule it breaks */
    TokenExposure buildToken(int index) {
        return new TokenExposure(index, required("id", id), timeMillis, required("token", token));
    }

    private Event exposure(String eventId, long time, Units who) {
        long number = Limits.range("phase", required("phase", phase), 1, Integer.MAX_VALUE);
        return new ExposureEvent(
                eventId,
                time,
                who,
                config,
                flag,
                required("experiment", experiment),
                (int) number,
                required("variant", variant),
                reason,
                propensity,
                attributes);
    }

    /** What the event does not keep. */
    void warn(int index, Event event, List<EventBatch.Warning> warnings) {
        if (unknown != null) {
            for (String field : unknown) {
                add(warnings, index, FaultCode.FIELD_UNKNOWN.code(), field, "a field of the event format");
            }
        }
        for (EventField field : EventField.values()) {
            if ((seen & field.bit()) != 0 && !field.belongsTo(event.type())) {
                String expected = "a field of an event of type " + event.type().wireName();
                add(warnings, index, "field_unused", field.wireName, expected);
            }
        }
    }

    private static void add(List<EventBatch.Warning> warnings, int index, String code, String field, String expected) {
        if (warnings.size() < EventBatch.MAX_WARNINGS) {
            String detail =
                    InvalidInputException.of(code, "dropped", field, expected).getMessage();
            warnings.add(new EventBatch.Warning(index, code, String.valueOf(detail)));
        }
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw InvalidInputException.of(FaultCode.FIELD_MISSING, field, "absent", "required");
        }
        return value;
    }
}
