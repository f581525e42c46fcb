package io.touchstone.core.json;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import io.touchstone.core.time.Rfc3339;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Typed reading of an object's fields, each error naming the path. Absent and {@code null} mean the same; fields nobody asks
 * for are ignored.
 *
 * <p>Every method throws {@link InvalidInputException}: {@code field_missing} for a required field that is absent,
 * {@code type_invalid} for a value of another type, {@code number_range} or {@code time_invalid} for a number or an instant that
 * is none here; and names the whole path.
 */
public final class Fields {
    private final String path;
    private final JsonObject object;

    private Fields(String path, JsonObject object) {
        this.path = path;
        this.object = object;
    }

    /** Of a value that must be an object; {@code path} names it in errors, empty for the document itself. */
    public static Fields of(String path, JsonValue value) {
        if (value instanceof JsonObject object) {
            return new Fields(path, object);
        }
        throw wrongType(path.isEmpty() ? "document" : path, value, "an object");
    }

    /** The path of a field of this object. */
    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The path of this object, empty for the document itself. */
    public String path() {
        return path;
    }

    /** The value, or null where absent or null. */
    public @Nullable JsonValue optional(String name) {
        JsonValue value = object.get(name);
        return value == JsonNull.NULL ? null : value;
    }

    /** The value. */
    public JsonValue value(String name) {
        JsonValue value = optional(name);
        if (value == null) {
            throw InvalidInputException.of(FaultCode.FIELD_MISSING, path(name), "absent", "required");
        }
        return value;
    }

    /** A text. */
    public String text(String name) {
        return asText(path(name), value(name));
    }

    /** A text or null. */
    public @Nullable String optionalText(String name) {
        JsonValue value = optional(name);
        return value == null ? null : asText(path(name), value);
    }

    /** A whole number within {@code min} to {@code max}. */
    public long integer(String name, long min, long max) {
        return asInteger(path(name), value(name), min, max);
    }

    /** Checks the field {@code schema}: a document of a newer form than {@code newest} is refused. */
    public void schema(int newest) {
        long schema = integer("schema", 1, Integer.MAX_VALUE);
        if (schema > newest) {
            throw InvalidInputException.of(FaultCode.SCHEMA_UNKNOWN, path("schema"), schema, "at most " + newest);
        }
    }

    /** A list of whole numbers within {@code min} to {@code max}, empty where absent. */
    public List<Long> integers(String name, long min, long max) {
        return elements(name, (elementPath, value) -> asInteger(elementPath, value, min, max));
    }

    /** A number. */
    public double number(String name) {
        Double number = optionalNumber(name);
        if (number == null) {
            throw InvalidInputException.of(FaultCode.FIELD_MISSING, path(name), "absent", "required");
        }
        return number;
    }

    /** A number or null. */
    public @Nullable Double optionalNumber(String name) {
        JsonValue value = optional(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonInteger integer) {
            return (double) integer.value();
        }
        if (value instanceof JsonDecimal decimal) {
            return decimal.value();
        }
        throw wrongType(path(name), value, "a number");
    }

    /** A boolean. */
    public boolean bool(String name) {
        if (value(name) instanceof JsonBoolean bool) {
            return bool.value();
        }
        throw wrongType(path(name), value(name), "true or false");
    }

    /** A boolean, or what absence means. */
    public boolean bool(String name, boolean whenAbsent) {
        return optional(name) == null ? whenAbsent : bool(name);
    }

    /** An RFC 3339 instant. */
    public Instant instant(String name) {
        long millis = Rfc3339.parseMillis(text(name));
        if (millis == Rfc3339.INVALID) {
            throw InvalidInputException.of(FaultCode.TIME_INVALID, path(name), text(name), "an RFC 3339 instant");
        }
        return Instant.ofEpochMilli(millis);
    }

    /** An RFC 3339 instant or null. */
    public @Nullable Instant optionalInstant(String name) {
        return optional(name) == null ? null : instant(name);
    }

    /** An object. */
    public Fields object(String name) {
        return of(path(name), value(name));
    }

    /** An object or null. */
    public @Nullable Fields optionalObject(String name) {
        JsonValue value = optional(name);
        return value == null ? null : of(path(name), value);
    }

    /** A word of a closed set. */
    public <T> T word(String name, List<T> all, Function<? super T, String> wire) {
        String text = text(name);
        for (T candidate : all) {
            if (wire.apply(candidate).equals(text)) {
                return candidate;
            }
        }
        String words = String.join(" | ", all.stream().map(wire).toList());
        throw InvalidInputException.of(FaultCode.VALUE_UNKNOWN, path(name), text, words);
    }

    /** A list of objects, empty where absent. */
    public <T> List<T> objects(String name, Function<Fields, T> read) {
        return elements(name, (elementPath, value) -> read.apply(of(elementPath, value)));
    }

    /** A list of texts, empty where absent. */
    public List<String> texts(String name) {
        return elements(name, Fields::asText);
    }

    /** A list of any values, empty where absent. */
    public <T> List<T> elements(String name, ElementReader<T> read) {
        JsonValue value = optional(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array)) {
            throw wrongType(path(name), value, "a list");
        }
        List<T> result = new ArrayList<>(array.values().size());
        for (JsonValue element : array.values()) {
            result.add(read.read(path(name) + "[" + result.size() + "]", element));
        }
        return result;
    }

    /**
     * Builds from what was read, so that what the constructor refuses names where it stands. Only the constructor belongs in
     * here: what this class reads names its path already, and would name it twice.
     */
    public <T> T build(java.util.function.Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (InvalidInputException e) {
            throw path.isEmpty() ? e : e.within(path);
        }
    }

    /** Reads one element of a list. */
    @FunctionalInterface
    public interface ElementReader<T> {
        /** @param path of the element, for errors */
        T read(String path, JsonValue value);
    }

    private static long asInteger(String path, JsonValue value, long min, long max) {
        if (value instanceof JsonInteger integer) {
            return Limits.range(path, integer.value(), min, max);
        }
        throw wrongType(path, value, "an integer");
    }

    private static String asText(String path, JsonValue value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        throw wrongType(path, value, "a text");
    }

    /** {@code type_invalid}: the value at the path has another type than expected. */
    public static InvalidInputException wrongType(String path, JsonValue value, String expected) {
        return InvalidInputException.of(FaultCode.TYPE_INVALID, path, value.toJson(), expected);
    }
}
