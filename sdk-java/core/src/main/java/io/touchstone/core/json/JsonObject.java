package io.touchstone.core.json;

import io.touchstone.core.input.Limits;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fields by name.
 *
 * @param fields unmodifiable, sorted by code point of the name
 */
public record JsonObject(Map<String, JsonValue> fields) implements JsonValue {
    /** Order of Unicode code points, which is also the order of UTF-8 bytes; differs from Java's by surrogates. */
    public static final Comparator<String> CODE_POINT_ORDER = JsonObject::compareCodePoints;

    /** Copies and sorts. @throws io.touchstone.core.input.InvalidInputException {@code text_surrogate} */
    public JsonObject {
        TreeMap<String, JsonValue> sorted = new TreeMap<>(CODE_POINT_ORDER);
        fields.forEach((name, value) -> {
            Limits.utf8Length("name", name);
            sorted.put(name, value);
        });
        fields = Collections.unmodifiableMap(sorted);
    }

    /** The field, or null if absent. A JSON null is {@link JsonNull#NULL}. */
    public @Nullable JsonValue get(String name) {
        return fields.get(name);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    private static int compareCodePoints(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean oneSurrogate = Character.isSurrogate(l) != Character.isSurrogate(r);
                return oneSurrogate ? (Character.isSurrogate(l) ? 1 : -1) : Character.compare(l, r);
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** Collects fields. An optional field that is null is left out: absent and null mean the same. */
    public static final class Builder {
        private final TreeMap<String, JsonValue> fields = new TreeMap<>(CODE_POINT_ORDER);

        private Builder() {}

        /** Sets a field. */
        public Builder put(String name, @Nullable JsonValue value) {
            if (value != null) {
                fields.put(name, value);
            }
            return this;
        }

        /** Sets a text. */
        public Builder put(String name, @Nullable String value) {
            return put(name, value == null ? null : JsonValue.of(value));
        }

        /** Sets an integer. */
        public Builder put(String name, long value) {
            return put(name, JsonValue.of(value));
        }

        /** Sets a finite number. */
        public Builder put(String name, double value) {
            return put(name, JsonValue.of(value));
        }

        /** Sets a boolean. */
        public Builder put(String name, boolean value) {
            return put(name, JsonValue.of(value));
        }

        /** The object. */
        public JsonObject build() {
            return new JsonObject(fields);
        }
    }
}
