package io.touchstone.console.json;

import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.core.condition.Condition;
import io.touchstone.core.condition.ConditionCodec;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Free parts of requests, payloads and conditions, as the values of the published documents. */
public final class CoreJson {
    private CoreJson() {}

    /** The same value. */
    public static JsonValue value(JsonNode node) {
        return CanonicalJson.read(node.toString());
    }

    /** The same value. */
    public static JsonNode node(JsonValue value) {
        return ConsoleJson.storedTree(value.toJson());
    }

    /** Whether a field stands in the body with a value. */
    public static boolean isPresent(@Nullable JsonNode node) {
        return node != null && !node.isNull() && !node.isMissingNode();
    }

    /**
     * A condition; absent and null are none.
     *
     * @throws ProblemException with the code of what is wrong in it, such as {@code op_unknown}; {@code segment_unknown}
     */
    public static @Nullable Condition condition(String field, @Nullable JsonNode node) {
        if (node == null || !isPresent(node)) {
            return null;
        }
        try {
            Condition condition = ConditionCodec.read(field, value(node));
            refuseSegments(field, condition);
            return condition;
        } catch (InvalidInputException e) {
            throw ProblemException.refused(e.code(), String.valueOf(e.getMessage()))
                    .with("field", field);
        }
    }

    /** Segments are not made here yet: a condition that names one would never compile. */
    private static void refuseSegments(String field, Condition condition) {
        if (condition instanceof Condition.InSegment in) {
            throw ProblemException.of(
                    ProblemCode.SEGMENT_UNKNOWN, field, "inSegment " + in.segment(), "no segment: there are none yet");
        }
        condition.parts().forEach(part -> refuseSegments(field, part));
    }
}
