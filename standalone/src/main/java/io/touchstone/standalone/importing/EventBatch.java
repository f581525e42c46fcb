package io.touchstone.standalone.importing;

import java.util.List;

/**
 * A body for {@code POST /api/v1/events}. Sent again as it is until it is acknowledged, so that ids stay the same.
 *
 * @param body JSON, gzip
 * @param lines physical line of each event
 * @param rows rows whose events are all in here
 */
public record EventBatch(byte[] body, List<Long> lines, int rows) {

    /** Most events of a batch, and most bytes of its JSON. */
    public static final int MAX_EVENTS = 1_000;

    public static final int MAX_BYTES = 1 << 20;

    /** Keeps a copy. */
    public EventBatch {
        lines = List.copyOf(lines);
    }
}
