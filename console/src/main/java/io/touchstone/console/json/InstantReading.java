package io.touchstone.console.json;

import io.touchstone.core.time.Rfc3339;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Instants as the published documents know them: RFC 3339 text, to the millisecond; a number is none. */
final class InstantReading extends StdDeserializer<Instant> {
    InstantReading() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            long millis = Rfc3339.parseMillis(parser.getString());
            if (millis != Rfc3339.INVALID) {
                return Instant.ofEpochMilli(millis);
            }
        }
        return context.reportInputMismatch(Instant.class, "not an instant");
    }
}
