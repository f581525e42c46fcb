package io.touchstone.core.json;

/** One JSON value. The set is closed: object, array, text, number (integer or decimal), boolean, null. */
public sealed interface JsonValue
        permits JsonObject, JsonArray, JsonString, JsonInteger, JsonDecimal, JsonBoolean, JsonNull {

    /** Text. */
    static JsonValue of(String value) {
        return new JsonString(value);
    }

    /** An integer. */
    static JsonValue of(long value) {
        return new JsonInteger(value);
    }

    /** A finite number; whole numbers up to 2^53 become integers, so that equal numbers are equal values. */
    static JsonValue of(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= JsonDecimal.LARGEST_EXACT;
        return whole ? new JsonInteger((long) value) : new JsonDecimal(value);
    }

    /** A boolean. */
    static JsonValue of(boolean value) {
        return value ? JsonBoolean.TRUE : JsonBoolean.FALSE;
    }

    /** Canonical JSON text of this value. */
    default String toJson() {
        return CanonicalJson.writeText(this);
    }
}
