package io.touchstone.assignment.datafile;

import io.touchstone.assignment.http.JsonBytes;
import io.touchstone.assignment.publication.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What one stream says, as server-sent events (HTML standard, section 9.2). Remembers which version the caller knows; used by
 * one stream, one signal after the other.
 */
final class StreamText {
    private static final byte[] HEARTBEAT = ascii(":\n\n");
    private static final int RETRY_FROM_MILLIS = 500;
    private static final int RETRY_TO_MILLIS = 3_000;

    /** Text, so that a caller's nonsense is just another version. */
    private @Nullable String told;

    /** @param lastEventId the version the caller says it has; null if it says nothing */
    StreamText(@Nullable String lastEventId) {
        this.told = lastEventId;
    }

    /** The events to send; none where the caller knows already. */
    List<byte[]> of(StreamSignal signal, Snapshot snapshot) {
        List<byte[]> events = new ArrayList<>(2);
        if (signal == StreamSignal.OPENED) {
            // Each has a time of its own to come back, so that a stop of the server does not bring all at once.
            int retry = ThreadLocalRandom.current().nextInt(RETRY_FROM_MILLIS, RETRY_TO_MILLIS + 1);
            events.add(ascii("retry: " + retry + "\n\n"));
        }
        String version = Long.toString(snapshot.version());
        if (!version.equals(told)) {
            told = version;
            events.add(changed(version, snapshot.datafileEtag()));
        } else if (signal == StreamSignal.HEARTBEAT) {
            events.add(HEARTBEAT);
        }
        return events;
    }

    private static byte[] changed(String version, String etag) {
        byte[] data = JsonBytes.write(json -> {
            json.writeStartObject();
            json.writeStringField("etag", etag);
            json.writeEndObject();
        });
        return ascii(
                "id: " + version + "\nevent: datafile\ndata: " + new String(data, StandardCharsets.UTF_8) + "\n\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
