package io.touchstone.assignment.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a JSON answer to bytes. */
public final class JsonBytes {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

    private JsonBytes() {}

    /** What writes the answer. */
    @FunctionalInterface
    public interface Body {
        /** Writes one complete value. */
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** UTF-8 bytes of what {@code body} writes. */
    public static byte[] write(Body body) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(FACTORY._getBufferRecycler())) {
            try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
                body.writeTo(json);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON to memory (expected: cannot fail)", e);
        }
    }
}
