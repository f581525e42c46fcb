package io.touchstone.console.json;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.util.MimeType;

/** Writes answers of the console's own types: absent instead of null. */
public final class ConsoleJsonEncoder extends JacksonJsonEncoder {
    public ConsoleJsonEncoder() {
        super(ConsoleJson.mapper(), MediaType.APPLICATION_JSON);
    }

    @Override
    public boolean canEncode(ResolvableType type, @Nullable MimeType mimeType) {
        return ConsoleJsonDecoder.isOurs(type) && super.canEncode(type, mimeType);
    }
}
