package io.touchstone.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads server-sent events (HTML standard, section 9.2) as far as the datafile's stream needs them: the id of events of type
 * {@code datafile}, and {@code retry}. Keeps no more than one line.
 */
final class StreamParser {
    /** The stream said nothing that matters. */
    static final long NOTHING = -1;

    /** There is another datafile, of a version that was not told. */
    static final long SOME_VERSION = 0;

    private static final String EVENT = "datafile";
    private static final int MAX_LINE = 8 << 10;

    private final byte[] line = new byte[MAX_LINE];
    private int length;
    private boolean afterReturn;
    private String event = "";
    private String id = "";
    private boolean data;
    private volatile int retryMillis;

    /** Reads on; the version that these bytes told last, {@link #SOME_VERSION} or {@link #NOTHING}. */
    long read(ByteBuffer bytes) throws IOException {
        long told = NOTHING;
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            boolean secondOfPair = afterReturn && next == '\n';
            afterReturn = next == '\r';
            if (secondOfPair) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                long version = length == 0 ? dispatch() : field();
                told = version == NOTHING ? told : version;
                length = 0;
            } else if (length == MAX_LINE) {
                throw new IOException("line longer (expected: at most " + MAX_LINE + " bytes)");
            } else {
                line[length++] = next;
            }
        }
        return told;
    }

    /** How long the server asks to stay away once the stream has ended, in milliseconds; 0 if it did not say. */
    int retryMillis() {
        return retryMillis;
    }

    private long field() {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        switch (name) {
            case "event" -> event = value;
            case "id" -> id = value;
            case "data" -> data = true;
            case "retry" -> retryMillis = value.matches("[0-9]{1,8}") ? Integer.parseInt(value) : retryMillis;
            default -> {} // a comment, or a field of a later version
        }
        return NOTHING;
    }

    private long dispatch() {
        boolean ours = data && event.equals(EVENT);
        event = "";
        data = false;
        if (!ours) {
            return NOTHING;
        }
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : SOME_VERSION;
    }
}
