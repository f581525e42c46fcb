package io.touchstone.core.event;

import io.touchstone.core.condition.Attributes;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import io.touchstone.core.input.Utf8;
import io.touchstone.core.time.Rfc3339;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits of events. */
final class EventRules {
    /** Largest size of a value. */
    static final double MAX_VALUE = 1e12;
    /** Bytes of a property's or attribute's value. */
    static final int MAX_TEXT_BYTES = 1024;
    /** Properties or attributes of one event; with the limits of keys and values it keeps a record below 160 KiB. */
    static final int MAX_ATTRIBUTES = 128;

    private static final long FIRST_MILLIS = 0;
    /** 2100-01-01T00:00:00Z. */
    private static final long END_MILLIS = 4_102_444_800_000L;

    private EventRules() {}

    static void check(String id, long timeMillis, @Nullable Long config) {
        Limits.id("id", id);
        if (timeMillis < FIRST_MILLIS || timeMillis >= END_MILLIS) {
            throw InvalidInputException.of(FaultCode.TIME_RANGE, "time", shown(timeMillis), "from 1970 to before 2100");
        }
        if (config != null) {
            Limits.range("config", config, 1, Long.MAX_VALUE);
        }
    }

    static void attributes(String name, Attributes attributes) {
        int size = attributes.size();
        if (size > MAX_ATTRIBUTES) {
            throw InvalidInputException.of("attributes_count", name, size, "at most " + MAX_ATTRIBUTES);
        }
        for (int i = 0; i < size; i++) {
            String key = Limits.key(name, attributes.nameAt(i));
            int bytes = bytes(name, key, attributes.valueAt(i));
            if (bytes > MAX_TEXT_BYTES) {
                throw InvalidInputException.of(
                        "attribute_too_long", name + "." + key, bytes + " bytes", "at most " + MAX_TEXT_BYTES);
            }
        }
    }

    private static int bytes(String name, String key, Object value) {
        if (value instanceof String text) {
            return bytes(name, key, text);
        }
        int sum = 0;
        if (value instanceof List<?> texts) {
            for (Object text : texts) {
                sum += bytes(name, key, (String) text) + 1;
            }
        }
        return sum;
    }

    /** The path is put together for bad text only. */
    private static int bytes(String name, String key, String text) {
        int bytes = Utf8.length(text);
        return bytes < 0 ? Limits.utf8Length(name + "." + key, text) : bytes;
    }

    private static Object shown(long millis) {
        return Math.abs(millis) < 1L << 53 ? Rfc3339.format(millis) : millis;
    }
}
