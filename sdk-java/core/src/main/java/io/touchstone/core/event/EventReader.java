package io.touchstone.core.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.time.Rfc3339;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one event, from its first token on. Throws at the first value of a wrong type; what fields mean together
 * is the draft's and the records' to say.
 */
final class EventReader {
    private static final int MAX_DECIMAL_LENGTH = 64;

    private final JsonParser parser;
    private final EventDraft draft;

    EventReader(JsonParser parser, EventDraft draft) {
        this.parser = parser;
        this.draft = draft;
    }

    void read() throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            EventField field = EventField.byName(name);
            if (field == null) {
                draft.seeUnknown(name);
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                draft.see(field);
                readField(field);
            }
        }
    }

    private void readField(EventField field) throws IOException {
        switch (field) {
            case ID -> draft.id = text(field);
            case TYPE -> draft.type = type();
            case TIME -> draft.timeMillis = time();
            case UNITS -> draft.units = units();
            case CONFIG -> draft.config = integer(field);
            case FLAG -> draft.flag = text(field);
            case EXPERIMENT -> draft.experiment = text(field);
            case PHASE -> draft.phase = integer(field);
            case VARIANT -> draft.variant = text(field);
            case REASON -> draft.reason = text(field);
            case PROPENSITY -> draft.propensity = number(field.wireName);
            case NAME -> draft.name = text(field);
            case VALUE -> draft.value = value();
            case PROPERTIES -> draft.properties = attributes(field);
            case ATTRIBUTES -> draft.attributes = attributes(field);
            case TOKEN -> draft.token = text(field);
        }
    }

    private String text(EventField field) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrongType(field.wireName, "a text");
        }
        return parser.getText();
    }

    private EventType type() throws IOException {
        String word = text(EventField.TYPE);
        for (EventType type : EventType.values()) {
            if (type.wireName().equals(word)) {
                return type;
            }
        }
        throw InvalidInputException.of(FaultCode.VALUE_UNKNOWN, "type", word, "exposure | outcome | profile");
    }

    private long time() throws IOException {
        String text = text(EventField.TIME);
        long millis = Rfc3339.parseMillis(text);
        if (millis == Rfc3339.INVALID) {
            throw InvalidInputException.of(FaultCode.TIME_INVALID, "time", text, "an RFC 3339 instant");
        }
        return millis;
    }

    private long integer(EventField field) throws IOException {
        boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!whole) {
            throw wrongType(field.wireName, "an integer");
        }
        return parser.getLongValue();
    }

    private double number(String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isNumeric()) {
            throw wrongType(name, "a number");
        }
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw InvalidInputException.of(FaultCode.NUMBER_RANGE, name, parser.getText(), "a finite number");
        }
        return number;
    }

    private double value() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return number("value");
        }
        String text = parser.getText();
        if (text.length() > MAX_DECIMAL_LENGTH || !DecimalText.isNumber(text)) {
            throw InvalidInputException.of(FaultCode.TYPE_INVALID, "value", text, "a number or decimal text");
        }
        return Double.parseDouble(text);
    }

    private Units units() throws IOException {
        requireObject("units");
        Units units = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String type = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw wrongType("units", "texts by unit type");
            }
            units = units == null ? Units.of(type, parser.getText()) : units.and(type, parser.getText());
        }
        if (units == null) {
            throw InvalidInputException.of("units_count", "units", 0, "1 to " + Units.MAX + " identities");
        }
        return units;
    }

    private Attributes attributes(EventField field) throws IOException {
        requireObject(field.wireName);
        Attributes.Builder builder = Attributes.builder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (builder.size() > EventRules.MAX_ATTRIBUTES) {
                throw InvalidInputException.of(
                        "attributes_count", field.wireName, "more", "at most " + EventRules.MAX_ATTRIBUTES);
            }
            readAttribute(field, name, parser.nextToken(), builder);
        }
        return builder.build();
    }

    private void readAttribute(EventField field, String name, @Nullable JsonToken token, Attributes.Builder builder)
            throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            builder.put(name, parser.getText());
        } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            builder.put(name, number(field.wireName));
        } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            builder.put(name, token == JsonToken.VALUE_TRUE);
        } else if (token == JsonToken.START_ARRAY) {
            builder.put(name, texts(field));
        } else if (token != JsonToken.VALUE_NULL) {
            throw wrongType(field.wireName, "booleans, texts, numbers and lists of texts");
        }
    }

    private List<String> texts(EventField field) throws IOException {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw wrongType(field.wireName, "lists of texts only");
            }
            texts.add(parser.getText());
        }
        return texts;
    }

    private void requireObject(String name) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrongType(name, "an object");
        }
    }

    private InvalidInputException wrongType(String name, String expected) throws IOException {
        return InvalidInputException.of(FaultCode.TYPE_INVALID, name, shown(parser), expected);
    }

    /** What stands there, for a message. */
    static String shown(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "nothing";
        }
        return token.isStructStart() ? (token == JsonToken.START_OBJECT ? "object" : "list") : parser.getText();
    }
}
