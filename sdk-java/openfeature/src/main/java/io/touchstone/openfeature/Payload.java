package io.touchstone.openfeature;

import dev.openfeature.sdk.ImmutableStructure;
import dev.openfeature.sdk.Value;
import io.touchstone.core.datafile.FlagType;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonBoolean;
import io.touchstone.core.json.JsonDecimal;
import io.touchstone.core.json.JsonInteger;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonString;
import io.touchstone.core.json.JsonValue;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How one of OpenFeature's types is read from a flag's value. */
final class Payload<T> {
    static final Payload<Boolean> BOOLEAN = new Payload<>(
            "boolean", EnumSet.of(FlagType.BOOLEAN), value -> value instanceof JsonBoolean bool ? bool.value() : null);
    static final Payload<String> TEXT = new Payload<>(
            "string", EnumSet.of(FlagType.STRING), value -> value instanceof JsonString text ? text.value() : null);
    static final Payload<Integer> INTEGER =
            new Payload<>("integer of 32 bits", EnumSet.of(FlagType.INTEGER), Payload::integer);
    static final Payload<Long> LONG = new Payload<>(
            "integer",
            EnumSet.of(FlagType.INTEGER),
            value -> value instanceof JsonInteger whole ? whole.value() : null);
    static final Payload<Double> DOUBLE =
            new Payload<>("float or integer", EnumSet.of(FlagType.FLOAT, FlagType.INTEGER), Payload::number);
    static final Payload<Value> OBJECT = new Payload<>(
            "object",
            EnumSet.of(FlagType.OBJECT),
            value -> value instanceof JsonObject object ? structure(object) : null);

    private final String expected;
    private final Set<FlagType> types;
    private final Function<JsonValue, @Nullable T> reading;

    private Payload(String expected, Set<FlagType> types, Function<JsonValue, @Nullable T> reading) {
        this.expected = expected;
        this.types = types;
        this.reading = reading;
    }

    /** For messages. */
    String expected() {
        return expected;
    }

    boolean reads(FlagType type) {
        return types.contains(type);
    }

    /** Null if the value is of another type. */
    @Nullable
    T read(JsonValue value) {
        return reading.apply(value);
    }

    private static @Nullable Integer integer(JsonValue value) {
        if (!(value instanceof JsonInteger whole) || whole.value() != (int) whole.value()) {
            return null;
        }
        return (int) whole.value();
    }

    private static @Nullable Double number(JsonValue value) {
        if (value instanceof JsonInteger whole) {
            return (double) whole.value();
        }
        return value instanceof JsonDecimal decimal ? decimal.value() : null;
    }

    private static Value structure(JsonObject object) {
        Map<String, Value> fields = new HashMap<>();
        object.fields().forEach((name, field) -> fields.put(name, valueOf(field)));
        return new Value(new ImmutableStructure(fields));
    }

    private static Value valueOf(JsonValue json) {
        if (json instanceof JsonString text) {
            return new Value(text.value());
        }
        if (json instanceof JsonBoolean bool) {
            return new Value(bool.value());
        }
        if (json instanceof JsonInteger whole) {
            Integer small = integer(whole);
            // A Value that holds a Long breaks Structure.asObjectMap of OpenFeature 1.22.
            return small == null ? new Value((double) whole.value()) : new Value(small);
        }
        if (json instanceof JsonDecimal decimal) {
            return new Value(decimal.value());
        }
        if (json instanceof JsonArray array) {
            return new Value(array.values().stream().map(Payload::valueOf).toList());
        }
        return json instanceof JsonObject object ? structure(object) : new Value();
    }
}
