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
    public static final Attributes EMPTY = new Attributes(new Object[0]);

    /** Up to this many a scan beats a table. */
    private static final int SCANNED = 8;

    /** Name, value, name, value, in the order given. */
    private final Object[] entries;
    /** Open addressing: 1 + index of the entry; null where few. Its length is a power of two, at most half full. */
    private final int @Nullable [] table;

    private Attributes(Object[] entries) {
        this.entries = entries;
        this.table = entries.length / 2 > SCANNED ? tableOf(entries) : null;
        if (table == null) {
            refuseDuplicates(entries);
        }
    }

    /** One text. */
    public static Attributes of(String name, String value) {
        return new Attributes(new Object[] {name, value});
    }

    /** Two texts. */
    public static Attributes of(String name1, String value1, String name2, String value2) {
        return new Attributes(new Object[] {name1, value1, name2, value2});
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many. */
    public int size() {
        return entries.length / 2;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return entries.length == 0;
    }

    /** The name of the entry {@code index}, in the order given. */
    public String nameAt(int index) {
        return (String) entries[2 * index];
    }

    /** The value of the entry {@code index}: a Boolean, String, Double, or unmodifiable List of String. */
    public Object valueAt(int index) {
        return entries[2 * index + 1];
    }

    /** The value of that name: a Boolean, String, Double, or unmodifiable List of String; null if missing. */
    public @Nullable Object get(String name) {
        int index = table == null ? scan(name) : probe(table, name);
        return index < 0 ? null : entries[2 * index + 1];
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

    private int scan(String name) {
        for (int i = 0; i < entries.length; i += 2) {
            if (name.equals(entries[i])) {
                return i >> 1;
            }
        }
        return -1;
    }

    private int probe(int[] slots, String name) {
        int mask = slots.length - 1;
        for (int slot = spread(name) & mask; ; slot = (slot + 1) & mask) {
            int index = slots[slot] - 1;
            if (index < 0 || name.equals(entries[2 * index])) {
                return index;
            }
        }
    }

    private static int spread(String name) {
        int hash = name.hashCode();
        return hash ^ (hash >>> 16);
    }

    private static int[] tableOf(Object[] entries) {
        int[] slots = new int[Integer.highestOneBit(entries.length) * 2];
        int mask = slots.length - 1;
        for (int i = 0; i < entries.length; i += 2) {
            int slot = spread((String) entries[i]) & mask;
            while (slots[slot] != 0) {
                if (entries[2 * (slots[slot] - 1)].equals(entries[i])) {
                    throw duplicate(entries[i]);
                }
                slot = (slot + 1) & mask;
            }
            slots[slot] = (i >> 1) + 1;
        }
        return slots;
    }

    private static void refuseDuplicates(Object[] entries) {
        for (int i = 2; i < entries.length; i += 2) {
            for (int j = 0; j < i; j += 2) {
                if (entries[i].equals(entries[j])) {
                    throw duplicate(entries[i]);
                }
            }
        }
    }

    private static InvalidInputException duplicate(Object name) {
        return InvalidInputException.of(FaultCode.DUPLICATE, "attribute", name, "every name once");
    }

    /** Collects attributes. Not for use by several threads. */
    public static final class Builder {
        private Object[] entries = new Object[8];
        private int used;

        private Builder() {}

        /** A text. */
        public Builder put(String name, String value) {
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
            return add(name, value + 0.0); // -0.0 becomes 0.0, so that equal numbers are equal objects
        }

        /** A boolean. */
        public Builder put(String name, boolean value) {
            return add(name, value);
        }

        /** A list of texts. */
        public Builder put(String name, List<String> values) {
            return add(name, List.copyOf(values));
        }

        /** An instant, to the millisecond. */
        public Builder put(String name, Instant value) {
            return add(name, Rfc3339.format(value.toEpochMilli()));
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
            return used == 0 ? EMPTY : new Attributes(Arrays.copyOf(entries, used));
        }

        private Builder add(String name, Object value) {
            if (used == entries.length) {
                entries = Arrays.copyOf(entries, used * 2);
            }
            entries[used++] = Objects.requireNonNull(name, "name");
            entries[used++] = Objects.requireNonNull(value, name);
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
