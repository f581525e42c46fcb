package io.touchstone.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whether an answer is what the OpenAPI document says of it: required fields, no others than the known ones, types and words. */
final class SchemaCheck {
    private static final String REFERENCE = "#/components/schemas/";

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with the answer of GET on a path of the document; empty if nothing is. */
    static List<String> faults(JsonNode document, String path, JsonNode answer) {
        SchemaCheck check = new SchemaCheck(document);
        JsonNode schema = document.path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema");
        if (schema.isMissingNode()) {
            return List.of("no schema: " + path);
        }
        check.value("", schema, answer);
        return check.faults;
    }

    private void value(String at, JsonNode given, JsonNode value) {
        JsonNode schema = given;
        if (given.has("$ref")) {
            String name = given.get("$ref").asString().substring(REFERENCE.length());
            schema = document.at("/components/schemas").path(name);
        }
        JsonNode words = schema.path("enum");
        if (words.isArray() && words.valueStream().noneMatch(value::equals)) {
            faults.add(at + ": " + value + " is none of " + words);
        }
        String type = schema.path("type").asString("");
        if (!fits(type, value)) {
            faults.add(at + ": " + value + " is no " + type);
            return;
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                value(at + "/" + i, schema.path("items"), value.get(i));
            }
        } else if (schema.has("properties")) {
            object(at, schema, value);
        } else if (type.equals("object")) {
            faults.add(at + ": an object of unknown fields");
        }
    }

    private void object(String at, JsonNode schema, JsonNode value) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asString())) {
                faults.add(at + "/" + required.asString() + ": absent, but required");
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode known = schema.path("properties").path(field.getKey());
            if (known.isMissingNode()) {
                faults.add(at + "/" + field.getKey() + ": unknown");
            } else {
                value(at + "/" + field.getKey(), known, field.getValue());
            }
        }
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }
}
