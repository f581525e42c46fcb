package io.touchstone.console.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of some fields of an object: what it does not name stays; null takes a field back to its default.
 *
 * @param fields the named fields
 */
public record JsonPatch(@JsonValue ObjectNode fields) {
    /** Of a body that must be an object. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JsonPatch of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new JsonPatch(object);
        }
        throw ProblemException.of(ProblemCode.TYPE_INVALID, "body", node, "an object");
    }

    /** The object with the patch laid over it; a field outside {@code known} is refused. */
    public JsonNode over(Object value, Set<String> known) {
        ObjectNode merged = (ObjectNode) ConsoleJson.treeOf(value);
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (!known.contains(field.getKey())) {
                throw ProblemException.of(
                        ProblemCode.FIELD_UNKNOWN,
                        field.getKey(),
                        "unknown",
                        String.join(" | ", known.stream().sorted().toList()));
            }
            merged.set(field.getKey(), field.getValue());
        }
        return merged;
    }
}
