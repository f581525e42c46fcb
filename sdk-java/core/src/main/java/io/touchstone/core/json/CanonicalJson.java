package io.touchstone.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Strict reading and canonical writing of JSON documents.
 *
 * <p>Reading refuses malformed text, a repeated name, NaN and infinities, lone surrogates, more than {@value #MAX_DEPTH}
 * levels, anything after the value. Writing: UTF-8, names sorted by code point, no white space, numbers in the shortest
 * form that reads back to the same double; equal values give equal bytes.
 */
public final class CanonicalJson {
    /** Levels of nested objects and arrays. */
    public static final int MAX_DEPTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private CanonicalJson() {}

    /**
     * Reads one document from UTF-8.
     *
     * @throws InvalidInputException {@code json_malformed}, {@code json_duplicate_name}, {@code json_limit},
     *     {@code number_range}, {@code text_surrogate}
     */
    public static JsonValue read(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return readDocument(parser);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The same from text. */
    public static JsonValue read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return readDocument(parser);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Canonical UTF-8. */
    public static byte[] write(JsonValue value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            writeValue(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array takes every byte
        }
        return out.toByteArray();
    }

    /** Canonical text. */
    public static String writeText(JsonValue value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    /** What a failing parser means in our words; shared with the streaming readers of this library. */
    public static InvalidInputException malformed(IOException e) {
        if (!(e instanceof JsonProcessingException problem)) {
            return InvalidInputException.of(FaultCode.JSON_MALFORMED, "json", "unreadable", "JSON in UTF-8");
        }
        JsonLocation at = problem.getLocation();
        String where = at == null ? "somewhere" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
        if (problem instanceof StreamConstraintsException) {
            return InvalidInputException.of(
                    FaultCode.JSON_LIMIT,
                    "json",
                    where,
                    "at most " + MAX_DEPTH + " levels, names and numbers of sane length");
        }
        return InvalidInputException.of(FaultCode.JSON_MALFORMED, "json", where, "well-formed JSON");
    }

    private static JsonValue readDocument(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw InvalidInputException.of(FaultCode.JSON_MALFORMED, "json", "empty", "one JSON value");
        }
        JsonValue value = readValue(parser, first);
        if (parser.nextToken() != null) {
            throw InvalidInputException.of(FaultCode.JSON_MALFORMED, "json", "text after the value", "one JSON value");
        }
        return value;
    }

    private static JsonValue readValue(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> new JsonString(parser.getText());
            case VALUE_NUMBER_INT -> readInteger(parser);
            case VALUE_NUMBER_FLOAT -> JsonValue.of(finite(parser.getDoubleValue()));
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> throw InvalidInputException.of(FaultCode.JSON_MALFORMED, "json", token, "a JSON value");
        };
    }

    private static JsonValue readInteger(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? JsonValue.of(finite(parser.getDoubleValue()))
                : new JsonInteger(parser.getLongValue());
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw InvalidInputException.of(FaultCode.NUMBER_RANGE, "number", value, "a finite 64-bit number");
        }
        return value;
    }

    private static JsonObject readObject(JsonParser parser) throws IOException {
        Map<String, JsonValue> fields = new TreeMap<>(JsonObject.CODE_POINT_ORDER);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonValue value = readValue(parser, parser.nextToken());
            if (fields.put(name, value) != null) {
                throw InvalidInputException.of(FaultCode.JSON_DUPLICATE_NAME, "json", name, "every name once");
            }
        }
        return new JsonObject(fields);
    }

    private static JsonArray readArray(JsonParser parser) throws IOException {
        List<JsonValue> values = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            values.add(readValue(parser, token));
        }
        return new JsonArray(values);
    }

    private static void writeValue(JsonGenerator generator, JsonValue value) throws IOException {
        if (value instanceof JsonObject object) {
            generator.writeStartObject();
            for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
                generator.writeFieldName(field.getKey());
                writeValue(generator, field.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof JsonArray array) {
            generator.writeStartArray();
            for (JsonValue element : array.values()) {
                writeValue(generator, element);
            }
            generator.writeEndArray();
        } else {
            writeScalar(generator, value);
        }
    }

    private static void writeScalar(JsonGenerator generator, JsonValue value) throws IOException {
        if (value instanceof JsonString text) {
            generator.writeString(text.value());
        } else if (value instanceof JsonInteger integer) {
            generator.writeNumber(integer.value());
        } else if (value instanceof JsonDecimal decimal) {
            generator.writeNumber(JsonNumbers.text(decimal.value()));
        } else if (value instanceof JsonBoolean bool) {
            generator.writeBoolean(bool.value());
        } else {
            generator.writeNull();
        }
    }
}
