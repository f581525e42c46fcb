package io.touchstone.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes an answer. Doubles are the shortest text that reads back to the same number; a number that does not exist is left out,
 * with its reason beside it, and never null.
 */
public final class AnswerJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new FiniteNumber())
                    .addSerializer(Double.TYPE, new FiniteNumber()))
            .build();

    private AnswerJson() {}

    /** UTF-8 bytes of one of the records of this package. */
    public static byte[] write(Record body) {
        return JSON.writeValueAsBytes(body);
    }

    private static final class FiniteNumber extends StdSerializer<Double> {

        FiniteNumber() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            if (!Double.isFinite(value)) {
                throw new IllegalStateException("report number: " + value + " (expected: finite)");
            }
            out.writeNumber(value);
        }
    }
}
