package io.touchstone.assignment.ofrep;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The context of an OFREP call: {@code targetingKey} is the unit of type {@code user}, {@code units} holds further
 * identities, everything else is an attribute. Attributes that are objects, or lists of anything but texts, can be in no
 * condition and are left out.
 *
 * @param units identities
 * @param attributes what is known of them
 */
record EvaluationContext(Units units, Attributes attributes) {
    /** Most attributes of a context. */
    static final int MAX_ATTRIBUTES = 256;

    private static final int MAX_DEPTH = 16;
    private static final String TARGETING_KEY = "targetingKey";
    private static final String UNITS = "units";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    /**
     * Reads the body of a call.
     *
     * @throws OfrepException PARSE_ERROR, TARGETING_KEY_MISSING or INVALID_CONTEXT
     */
    static EvaluationContext read(byte[] body) {
        try (JsonParser json = FACTORY.createParser(body)) {
            return new Reader(json).readBody();
        } catch (IOException e) {
            throw new OfrepException(OfrepErrorCode.PARSE_ERROR, "body: malformed (expected: a JSON object)");
        } catch (InvalidInputException e) {
            throw new OfrepException(OfrepErrorCode.INVALID_CONTEXT, "context." + e.getMessage());
        }
    }

    private static OfrepException invalid(String details) {
        return new OfrepException(OfrepErrorCode.INVALID_CONTEXT, details);
    }

    /** One pass over the body. */
    private static final class Reader {
        private final JsonParser json;
        private final Attributes.Builder attributes = Attributes.builder();
        private final Map<String, String> units = new LinkedHashMap<>();
        private @Nullable String targetingKey;

        Reader(JsonParser json) {
            this.json = json;
        }

        EvaluationContext readBody() throws IOException {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new OfrepException(OfrepErrorCode.PARSE_ERROR, "body: no object (expected: a JSON object)");
            }
            boolean found = false;
            while (json.nextToken() != JsonToken.END_OBJECT) {
                boolean context = json.currentName().equals("context");
                JsonToken value = json.nextToken();
                if (!context) {
                    json.skipChildren();
                } else if (value == JsonToken.START_OBJECT) {
                    readContext();
                    found = true;
                } else {
                    throw invalid("context: no object (expected: an object)");
                }
            }
            if (json.nextToken() != null) {
                throw new OfrepException(OfrepErrorCode.PARSE_ERROR, "body: text after it (expected: one JSON object)");
            }
            if (!found) {
                throw invalid("context: absent (expected: an object)");
            }
            return new EvaluationContext(identities(), attributes.build());
        }

        private void readContext() throws IOException {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals(TARGETING_KEY)) {
                    targetingKey = id(TARGETING_KEY, value);
                } else if (name.equals(UNITS)) {
                    readUnits(value);
                } else {
                    readAttribute(name, value);
                }
            }
        }

        private void readUnits(JsonToken first) throws IOException {
            if (first != JsonToken.START_OBJECT) {
                throw invalid("context.units: no object (expected: ids by unit type)");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String type = json.currentName();
                String id = id("units." + type, json.nextToken());
                if (id != null) {
                    units.put(type, id);
                }
            }
        }

        private @Nullable String id(String name, JsonToken value) throws IOException {
            if (value == JsonToken.VALUE_NULL) {
                return null;
            }
            if (value != JsonToken.VALUE_STRING) {
                throw invalid("context." + name + ": no text (expected: an id)");
            }
            return json.getText();
        }

        private void readAttribute(String name, JsonToken value) throws IOException {
            switch (value) {
                case VALUE_STRING -> attributes.put(name, json.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> attributes.put(name, json.getDoubleValue());
                case VALUE_TRUE -> attributes.put(name, true);
                case VALUE_FALSE -> attributes.put(name, false);
                case START_ARRAY -> readList(name);
                default -> json.skipChildren();
            }
            if (attributes.size() > MAX_ATTRIBUTES) {
                throw invalid("context: more attributes (expected: at most " + MAX_ATTRIBUTES + ")");
            }
        }

        private void readList(String name) throws IOException {
            List<String> texts = new ArrayList<>();
            boolean onlyTexts = true;
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.add(json.getText());
                } else {
                    onlyTexts = false;
                    json.skipChildren();
                }
            }
            if (onlyTexts) {
                attributes.put(name, texts);
            }
        }

        private Units identities() {
            String user = targetingKey;
            if (user == null || user.isEmpty()) {
                throw new OfrepException(
                        OfrepErrorCode.TARGETING_KEY_MISSING,
                        "context.targetingKey: " + (user == null ? "absent" : "empty")
                                + " (expected: the id of the user)");
            }
            String other = units.remove(Units.USER);
            if (other != null && !other.equals(user)) {
                throw invalid("context.units.user: another id (expected: absent or equal to targetingKey)");
            }
            Units all = Units.user(Limits.id(TARGETING_KEY, user));
            for (Map.Entry<String, String> unit : units.entrySet()) {
                all = all.and(unit.getKey(), unit.getValue());
            }
            return all;
        }
    }
}
