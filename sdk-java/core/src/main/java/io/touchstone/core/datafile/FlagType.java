package io.touchstone.core.datafile;

import io.touchstone.core.json.Fields;
import io.touchstone.core.json.JsonBoolean;
import io.touchstone.core.json.JsonDecimal;
import io.touchstone.core.json.JsonInteger;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonString;
import io.touchstone.core.json.JsonValue;
import java.util.Locale;

/** The type of a flag's payload: of its default and of every value it can answer. */
public enum FlagType {
    /** true or false */
    BOOLEAN,
    /** text */
    STRING,
    /** a whole number of 64 bits */
    INTEGER,
    /** a finite number */
    FLOAT,
    /** a JSON object */
    OBJECT;

    /** The word in documents. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the value has this type; a whole number is also a float. */
    public boolean accepts(JsonValue value) {
        return switch (this) {
            case BOOLEAN -> value instanceof JsonBoolean;
            case STRING -> value instanceof JsonString;
            case INTEGER -> value instanceof JsonInteger;
            case FLOAT -> value instanceof JsonInteger || value instanceof JsonDecimal;
            case OBJECT -> value instanceof JsonObject;
        };
    }

    /**
     * The value itself.
     *
     * @throws io.touchstone.core.input.InvalidInputException {@code type_invalid}
     */
    public JsonValue require(String name, JsonValue value) {
        if (!accepts(value)) {
            throw Fields.wrongType(name, value, "a value of type " + wireName());
        }
        return value;
    }
}
