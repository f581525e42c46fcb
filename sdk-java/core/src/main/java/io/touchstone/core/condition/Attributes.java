package io.touchstone.core.condition;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonNull;
import io.touchstone.core.json.JsonNumbers;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonValue;
import io.touchstone.core.time.Rfc3339;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a unit or an event: values by name, immutable. A value is a boolean, a text, a number (IEEE 754 binary64,
 * never NaN) or a list of texts; an instant is RFC 3339 text. Looking a value up does not allocate.
 */
public final class Attributes {
    /** No attributes. */
    public static final Attributes EMPTY = new Attributes(null, null, null, null, null);

    // The first two stand here and not in an array: most calls have one or two, and pay 32 bytes for all of it.
    private final @Nullable String name1;
    private final @Nullable Object value1;
    private final @Nullable String name2;
    private final @Nullable Object value2;
    private final @Nullable FurtherAttributes further;

    private Attributes(
            @Nullable String name1,
            @Nullable Object value1,
            @Nullable String name2,
            @Nullable Object value2,
            @Nullable FurtherAttributes further) {
        this.name1 = name1;
        this.value1 = value1;
        this.name2 = name2;
        this.value2 = value2;
        this.further = further;
    }

    /** One text; null leaves it out. */
    public static Attributes of(String name, @Nullable String value) {
        return builder().put(name, value).build();
    }

    /** Two texts; null leaves one out. @throws InvalidInputException {@code duplicate} if the names are the same */
    public static Attributes of(String name1, @Nullable String value1, String name2, @Nullable String value2) {
        return builder().put(name1, value1).put(name2, value2).build();
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many. */
    public int size() {
        if (further != null) {
            return 2 + further.size();
        }
        return name1 == null ? 0 : name2 == null ? 1 : 2;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return name1 == null;
    }

    /** The name of the entry {@code index}, in the order given. */
    public String nameAt(int index) {
        Objects.checkIndex(index, size());
        return index >= 2 ? there(further).nameAt(index - 2) : there(index == 0 ? name1 : name2);
    }

    /** The value of the entry {@code index}: a Boolean, String, Double, or unmodifiable List of String. */
    public Object valueAt(int index) {
        Objects.checkIndex(index, size());
        return index >= 2 ? there(further).valueAt(index - 2) : there(index == 0 ? value1 : value2);
    }

    /** The value of that name: a Boolean, String, Double, or unmodifiable List of String; null if missing. */
    public @Nullable Object get(String name) {
        if (name.equals(name1)) {
            return value1;
        }
        if (name.equals(name2)) {
            return value2;
        }
        return further == null ? null : further.get(name);
    }

    /** The value as text: numbers, booleans and lists in their canonical JSON form; null if missing. */
    public @Nullable String text(String name) {
        Object value = get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        return value instanceof Double number
                ? JsonNumbers.text(number)
                : jsonOf(value).toJson();
    }

    /** The value as a number; null if missing or no number. */
    public @Nullable Double number(String name) {
        return get(name) instanceof Double number ? number : null;
    }

    /** As a JSON object. */
    public JsonObject toJson() {
        JsonObject.Builder builder = JsonObject.builder();
        for (int i = 0; i < size(); i++) {
            builder.put(nameAt(i), jsonOf(valueAt(i)));
        }
        return builder.build();
    }

    @Override
    public boolean equals(@Nullable Object object) {
        if (!(object instanceof Attributes that) || that.size() != size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            Object other = that.get(nameAt(i));
            if (!valueAt(i).equals(other)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += nameAt(i).hashCode() ^ valueAt(i).hashCode();
        }
        return sum;
    }

    @Override
    public String toString() {
        return toJson().toJson();
    }

    private static JsonValue jsonOf(Object value) {
        if (value instanceof String text) {
            return JsonValue.of(text);
        }
        if (value instanceof Double number) {
            return JsonValue.of(number.doubleValue());
        }
        if (value instanceof Boolean bool) {
            return JsonValue.of(bool.booleanValue());
        }
        return new JsonArray(((List<?>) value)
                .stream().map(text -> JsonValue.of((String) text)).toList());
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value, "an index below the size has an entry");
    }

    /** Collects attributes. Not for use by several threads. */
    public static final class Builder {
        private Object[] entries = new Object[8];
        private int used;

        private Builder() {}

        /** A text; null leaves it out. */
        public Builder put(String name, @Nullable String value) {
            return add(name, value);
        }

        /**
         * A number.
         *
         * @throws InvalidInputException {@code number_range} if not finite
         */
        public Builder put(String name, double value) {
            if (!Double.isFinite(value)) {
                throw InvalidInputException.of(FaultCode.NUMBER_RANGE, name, value, "a finite number");
            }
            return add(name, BoxedNumbers.of(value));
        }

        /** A boolean. */
        public Builder put(String name, boolean value) {
            return add(name, value);
        }

        /** A list of texts; null leaves it out. */
        public Builder put(String name, @Nullable List<String> values) {
            return add(name, values == null ? null : List.copyOf(values));
        }

        /** An instant, to the millisecond; null leaves it out. */
        public Builder put(String name, @Nullable Instant value) {
            return add(name, value == null ? null : Rfc3339.format(value.toEpochMilli()));
        }

        /** A JSON scalar or list of texts. @throws InvalidInputException {@code type_invalid} for anything else */
        public Builder put(String name, JsonValue value) {
            return add(name, JsonScalars.attributeValue(name, value));
        }

        /** How many so far. */
        public int size() {
            return used / 2;
        }

        /**
         * The attributes.
         *
         * @throws InvalidInputException {@code duplicate} if a name was given twice
         */
        public Attributes build() {
            if (used > 2) {
                Object twice = FurtherAttributes.duplicate(entries, used);
                if (twice != null) {
                    throw InvalidInputException.of(FaultCode.DUPLICATE, "attribute", twice, "every name once");
                }
            }
            return switch (used) {
                case 0 -> EMPTY;
                case 2 -> new Attributes((String) entries[0], entries[1], null, null, null);
                case 4 -> new Attributes((String) entries[0], entries[1], (String) entries[2], entries[3], null);
                default -> new Attributes((String) entries[0], entries[1], (String) entries[2], entries[3], further());
            };
        }

        private FurtherAttributes further() {
            return new FurtherAttributes(Arrays.copyOfRange(entries, 4, used));
        }

        private Builder add(String name, @Nullable Object value) {
            Objects.requireNonNull(name, "name");
            if (value == null) {
                return this;
            }
            if (used == entries.length) {
                entries = Arrays.copyOf(entries, used * 2);
            }
            entries[used++] = name;
            entries[used++] = value;
            return this;
        }
    }

    /** From a JSON object; fields that are null are left out. @throws InvalidInputException {@code type_invalid} */
    public static Attributes fromJson(JsonObject object) {
        Builder builder = builder();
        List<String> names = new ArrayList<>(object.fields().keySet());
        for (String name : names) {
            JsonValue value = object.get(name);
            if (value != null && value != JsonNull.NULL) {
                builder.put(name, value);
            }
        }
        return builder.build();
    }
}
