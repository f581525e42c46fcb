package io.touchstone.core.condition;

import io.touchstone.core.json.Fields;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonBoolean;
import io.touchstone.core.json.JsonDecimal;
import io.touchstone.core.json.JsonInteger;
import io.touchstone.core.json.JsonString;
import io.touchstone.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Java object that stands for a JSON value in {@link Attributes}, so that equal values are equal objects. */
final class JsonScalars {
    private JsonScalars() {}

    /** A Boolean, String or Double; null if the value is no scalar. */
    static @Nullable Object scalar(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        if (value instanceof JsonInteger integer) {
            return (double) integer.value();
        }
        if (value instanceof JsonDecimal decimal) {
            return decimal.value();
        }
        return value instanceof JsonBoolean bool ? (Object) bool.value() : null;
    }

    static Object attributeValue(String name, JsonValue value) {
        Object scalar = scalar(value);
        if (scalar != null) {
            return scalar;
        }
        if (!(value instanceof JsonArray array)) {
            throw Fields.wrongType(name, value, "boolean, text, number or list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue element : array.values()) {
            if (!(element instanceof JsonString text)) {
                throw Fields.wrongType(name, element, "a list of texts");
            }
            texts.add(text.value());
        }
        return List.copyOf(texts);
    }
}
