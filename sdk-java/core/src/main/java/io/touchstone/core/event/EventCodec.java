package io.touchstone.core.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.time.Rfc3339;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of events, both ways, by streaming. See {@code docs/formats/events.md}. */
public final class EventCodec {
    /** Events of one body. */
    public static final int MAX_BATCH_EVENTS = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Names of properties come from outside: keep them out of the JVM's table of interned strings.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(CanonicalJson.MAX_DEPTH)
                    .build())
            .build();

    private static final byte[] BATCH_START = {'{', '"', 'e', 'v', 'e', 'n', 't', 's', '"', ':', '['};
    private static final byte[] BATCH_END = {']', '}'};

    private EventCodec() {}

    /**
     * Reads a body {@code {"events": [...]}}, at most {@value #MAX_BATCH_EVENTS} events. Broken events are told apart; only a
     * body that is no such JSON fails as a whole.
     *
     * @throws InvalidInputException {@code json_malformed}, {@code json_limit}, {@code json_duplicate_name},
     *     {@code type_invalid}, {@code field_missing}, {@code batch_events}
     */
    public static EventBatch readBatch(byte[] utf8) {
        return readBatch(utf8, 0, utf8.length);
    }

    /** The same from a part of an array. */
    public static EventBatch readBatch(byte[] utf8, int offset, int length) {
        try (JsonParser parser = FACTORY.createParser(utf8, offset, length)) {
            return new EventBatchReader(parser, MAX_BATCH_EVENTS).read();
        } catch (IOException e) {
            throw CanonicalJson.malformed(e);
        }
    }

    /** One event as UTF-8. */
    public static byte[] write(Event event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            writeEvent(generator, event);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array takes every byte
        }
        return out.toByteArray();
    }

    /** Bytes of the body that {@link #joinBatch} makes of events with that many bytes in all. */
    public static int batchLength(int events, int eventBytes) {
        return BATCH_START.length + eventBytes + Math.max(0, events - 1) + BATCH_END.length;
    }

    /** A body of events that are written already. */
    public static byte[] joinBatch(List<byte[]> written) {
        int bytes = written.stream().mapToInt(event -> event.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(batchLength(written.size(), bytes));
        out.writeBytes(BATCH_START);
        for (int i = 0; i < written.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(written.get(i));
        }
        out.writeBytes(BATCH_END);
        return out.toByteArray();
    }

    private static void writeEvent(JsonGenerator json, Event event) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", event.id());
        json.writeStringField("type", event.type().wireName());
        json.writeStringField("time", Rfc3339.format(event.timeMillis()));
        writeUnits(json, event.units());
        Long config = event.config();
        if (config != null) {
            json.writeNumberField("config", config);
        }
        if (event instanceof ExposureEvent exposure) {
            writeExposure(json, exposure);
        } else if (event instanceof OutcomeEvent outcome) {
            writeOutcome(json, outcome);
        } else if (event instanceof ProfileEvent profile) {
            writeAttributes(json, "attributes", profile.attributes());
        }
        json.writeEndObject();
    }

    private static void writeExposure(JsonGenerator json, ExposureEvent exposure) throws IOException {
        writeText(json, "flag", exposure.flag());
        json.writeStringField("experiment", exposure.experiment());
        json.writeNumberField("phase", exposure.phase());
        json.writeStringField("variant", exposure.variant());
        writeText(json, "reason", exposure.reason());
        Double propensity = exposure.propensity();
        if (propensity != null) {
            json.writeNumberField("propensity", propensity);
        }
        writeAttributes(json, "attributes", exposure.attributes());
    }

    private static void writeOutcome(JsonGenerator json, OutcomeEvent outcome) throws IOException {
        json.writeStringField("name", outcome.name());
        Double value = outcome.value();
        if (value != null) {
            json.writeFieldName("value");
            writeNumber(json, value);
        }
        writeAttributes(json, "properties", outcome.properties());
    }

    private static void writeText(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void writeUnits(JsonGenerator json, Units units) throws IOException {
        json.writeObjectFieldStart("units");
        for (int i = 0; i < units.size(); i++) {
            json.writeStringField(units.typeAt(i), units.idAt(i));
        }
        json.writeEndObject();
    }

    private static void writeAttributes(JsonGenerator json, String name, Attributes attributes) throws IOException {
        if (attributes.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        for (int i = 0; i < attributes.size(); i++) {
            json.writeFieldName(attributes.nameAt(i));
            writeValue(json, attributes.valueAt(i));
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Double number) {
            writeNumber(json, number);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof List<?> texts) {
            json.writeStartArray();
            for (Object text : texts) {
                json.writeString((String) text);
            }
            json.writeEndArray();
        }
    }

    /** Whole numbers without a point: shorter, and what people expect to see. */
    private static void writeNumber(JsonGenerator json, double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }
}
