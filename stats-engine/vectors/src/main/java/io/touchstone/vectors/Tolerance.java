package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How close an answer must be to what a case expects: {@code |actual − expected| ≤ abs + rel·|expected|}. */
final class Tolerance {
    private final JsonNode node;

    Tolerance(JsonNode node) {
        this.node = node;
    }

    boolean allows(String key, @Nullable Object actual, JsonNode expected) {
        if (key.equals("warning")) {
            return actual != null;
        }
        if (matches(key, actual, expected)) {
            return true;
        }
        for (JsonNode alternative : node.path("accept").path(key)) {
            if (matches(key, actual, alternative)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(String key, @Nullable Object actual, JsonNode expected) {
        return switch (actual) {
            case null -> expected.isNull();
            case Number number -> expected.isNumber() && close(key, number.doubleValue(), expected.doubleValue());
            case Boolean truth -> expected.isBoolean() && expected.booleanValue() == truth;
            case List<?> list -> expected.isArray() && list.size() == expected.size() && all(key, list, expected);
            case Map<?, ?> map -> expected.isObject() && all(key, map, expected);
            default -> expected.isTextual() && expected.textValue().equals(actual.toString());
        };
    }

    private boolean all(String key, List<?> list, JsonNode expected) {
        for (int i = 0; i < list.size(); i++) {
            if (!matches(key, list.get(i), expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Names of the answer that the case does not know are not compared. */
    private boolean all(String key, Map<?, ?> map, JsonNode expected) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            JsonNode wanted = expected.get(String.valueOf(entry.getKey()));
            if (wanted != null && !matches(key, entry.getValue(), wanted)) {
                return false;
            }
        }
        return true;
    }

    private boolean close(String key, double actual, double wanted) {
        JsonNode tolerance = node.path("tolerance").path("keys").path(key);
        if (tolerance.isMissingNode()) {
            tolerance = node.path("tolerance").path("default");
        }
        double allowed =
                tolerance.path("abs").asDouble() + tolerance.path("rel").asDouble() * Math.abs(wanted);
        return Math.abs(actual - wanted) <= allowed;
    }
}
