package io.touchstone.console.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.AbstractDataBufferDecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.MimeType;

/** Reads request bodies of the console's own types; other planes in the process keep their readers. */
public final class ConsoleJsonDecoder extends AbstractDataBufferDecoder<Object> {
    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final String OURS = "io.touchstone.console.";

    public ConsoleJsonDecoder() {
        super(new MimeType("application", "json"), new MimeType("application", "*+json"));
        setMaxInMemorySize(MAX_BODY_BYTES);
    }

    @Override
    public boolean canDecode(ResolvableType type, @Nullable MimeType mimeType) {
        // Without a content type nothing says that the body is JSON: the framework answers 415.
        return mimeType != null && isOurs(type) && super.canDecode(type, mimeType);
    }

    @Override
    public Object decode(
            DataBuffer buffer, ResolvableType type, @Nullable MimeType mimeType, @Nullable Map<String, Object> hints) {
        try {
            return ConsoleJson.read(buffer.asInputStream(), type.toClass());
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    static boolean isOurs(ResolvableType type) {
        return type.toClass().getName().startsWith(OURS);
    }
}
