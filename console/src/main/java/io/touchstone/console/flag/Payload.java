package io.touchstone.console.flag;

import io.touchstone.console.json.CoreJson;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.core.datafile.FlagType;
import io.touchstone.core.json.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values that flags answer. */
public final class Payload {
    private Payload() {}

    /**
     * A value of the flag's type.
     *
     * @throws ProblemException {@code field_missing}, {@code type_invalid}
     */
    public static JsonValue require(FlagType type, String field, @Nullable JsonNode node) {
        JsonNode given = Require.present(field, node);
        if (!CoreJson.isPresent(given)) {
            throw ProblemException.of(ProblemCode.FIELD_MISSING, field, null, "a value of type " + type.wireName());
        }
        JsonValue value = CoreJson.value(given);
        if (!type.accepts(value)) {
            throw ProblemException.of(ProblemCode.TYPE_INVALID, field, given, "a value of type " + type.wireName());
        }
        return value;
    }
}
