package io.touchstone.core.json;

import io.touchstone.core.input.Limits;

/**
 * Text without lone surrogates.
 *
 * @param value the text
 */
public record JsonString(String value) implements JsonValue {
    /** @throws io.touchstone.core.input.InvalidInputException {@code text_surrogate} */
    public JsonString {
        int bytes = Limits.utf8Length("text", value);
        assert bytes >= 0;
    }
}
