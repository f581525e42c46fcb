package io.touchstone.console.json;

import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of requests, answers and stored definitions. Reading is strict: no coercion between types, no unknown or repeated
 * fields, nothing after the value, at most 64 levels; every refusal names the field.
 */
public final class ConsoleJson {
    private static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, coercion -> coercion.setCoercion(
                            CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantReading()))
            .build();

    private ConsoleJson() {}

    /** The mapper, for writers. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads a request.
     *
     * @throws ProblemException {@code json_malformed}, {@code json_limit}, {@code json_duplicate_name}, {@code text_surrogate},
     *     {@code text_nul}, {@code type_invalid}, {@code number_range}, {@code time_invalid}, {@code field_unknown}, {@code
     *     field_missing}
     */
    public static <T> T read(InputStream body, Class<T> type) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw malformed(e);
        }
        if (tree == null || tree.isMissingNode() || tree.isNull()) {
            throw ProblemException.of(ProblemCode.JSON_MALFORMED, "body", "empty", "a JSON object");
        }
        JsonText.check("", tree);
        return convert(tree, type);
    }

    /** Reads a tree that was read before. */
    public static <T> T convert(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw refused(e, tree);
        }
    }

    /** Reads what this class wrote before. */
    public static <T> T stored(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    /** A tree of what this class wrote before. */
    public static JsonNode storedTree(String text) {
        return MAPPER.readTree(text);
    }

    /** JSON text without null fields. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The fields of a value as a tree. */
    public static JsonNode treeOf(Object value) {
        return MAPPER.valueToTree(value);
    }

    private static ProblemException malformed(JacksonException e) {
        String where = e.getLocation() == null
                ? "unreadable"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        if (e instanceof StreamConstraintsException) {
            return ProblemException.of(
                    ProblemCode.JSON_LIMIT, "body", where, "at most " + MAX_DEPTH + " levels, names of sane length");
        }
        // Jackson has no type of its own for it.
        if (e.getOriginalMessage().startsWith("Duplicate ")) {
            return ProblemException.of(ProblemCode.JSON_DUPLICATE_NAME, "body", where, "every name once in an object");
        }
        return ProblemException.of(ProblemCode.JSON_MALFORMED, "body", where, "one well-formed JSON object in UTF-8");
    }

    private static ProblemException refused(JacksonException e, JsonNode tree) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        String path = path(e.getPath());
        String field = path.isEmpty() ? "body" : path;
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> names = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            return ProblemException.of(ProblemCode.FIELD_UNKNOWN, field, "unknown", String.join(" | ", names));
        }
        JsonNode found = at(tree, e.getPath());
        if (found == null || found.isNull() || found.isMissingNode()) {
            return ProblemException.of(ProblemCode.FIELD_MISSING, field, null, "a value");
        }
        return ProblemException.of(code(e, found), field, found, expected(e));
    }

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("int", "an integer"),
            Map.entry("long", "an integer"),
            Map.entry("java.lang.Integer", "an integer"),
            Map.entry("java.lang.Long", "an integer"),
            Map.entry("double", "a number"),
            Map.entry("java.lang.Double", "a number"),
            Map.entry("boolean", "true or false"),
            Map.entry("java.lang.Boolean", "true or false"),
            Map.entry("java.lang.String", "a text"),
            Map.entry("java.time.Instant", "an RFC 3339 instant such as 2026-11-22T08:00:00Z"),
            Map.entry("java.util.List", "a list"),
            Map.entry("java.util.ArrayList", "a list"));

    private static ProblemCode code(JacksonException e, JsonNode found) {
        if (e instanceof InputCoercionException) {
            return ProblemCode.NUMBER_RANGE;
        }
        boolean instant =
                e instanceof MismatchedInputException mismatch && Instant.class.equals(mismatch.getTargetType());
        return instant && found.isString() ? ProblemCode.TIME_INVALID : ProblemCode.TYPE_INVALID;
    }

    private static String expected(JacksonException e) {
        if (e instanceof InputCoercionException overflow) {
            return TYPES.getOrDefault(overflow.getTargetType().getName(), "a number") + " of 64 bits";
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return TYPES.getOrDefault(mismatch.getTargetType().getName(), "an object");
        }
        return "another type";
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : references) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static @Nullable JsonNode at(JsonNode tree, List<JacksonException.Reference> references) {
        JsonNode node = tree;
        for (JacksonException.Reference step : references) {
            node = step.getPropertyName() == null ? node.get(step.getIndex()) : node.get(step.getPropertyName());
            if (node == null) {
                return null;
            }
        }
        return node;
    }
}
