package io.touchstone.core.json;

import java.util.List;
import java.util.function.Function;

/**
 * A list of values in meaning order.
 *
 * @param values unmodifiable
 */
public record JsonArray(List<JsonValue> values) implements JsonValue {
    /** Copies the list. */
    public JsonArray {
        values = List.copyOf(values);
    }

    /** One value per element. */
    public static <T> JsonArray of(List<T> elements, Function<? super T, ? extends JsonValue> write) {
        return new JsonArray(elements.stream().<JsonValue>map(write).toList());
    }
}
