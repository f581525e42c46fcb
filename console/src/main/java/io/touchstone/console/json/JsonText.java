package io.touchstone.console.json;

import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.core.input.Utf8;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What no stored text or number may hold: a lone surrogate (UTF-8 cannot express it), U+0000 (PostgreSQL cannot store it), a
 * number beyond 64-bit floating point.
 */
final class JsonText {
    private JsonText() {}

    static void check(String path, JsonNode node) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                checkText(path.isEmpty() ? "field name" : path, field.getKey());
                check(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(path + "[" + i + "]", node.get(i));
            }
        } else if (node.isString()) {
            checkText(path, node.stringValue());
        } else if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
            throw ProblemException.of(ProblemCode.NUMBER_RANGE, path, "beyond range", "a finite 64-bit number");
        }
    }

    private static void checkText(String path, String text) {
        if (Utf8.length(text) < 0) {
            throw ProblemException.of(
                    ProblemCode.TEXT_SURROGATE, path, "lone surrogate", "text that UTF-8 can express");
        }
        if (text.indexOf('\0') >= 0) {
            throw ProblemException.of(ProblemCode.TEXT_NUL, path, "U+0000", "text that PostgreSQL can store");
        }
    }
}
