package io.touchstone.pipeline.progress;

import java.nio.ByteBuffer;

/**
 * How far one partition of the events topic is counted.
 *
 * @param nextOffset offset of the first event that is not
 * @param throughMillis largest {@code received} of the events before it, epoch milliseconds; every event that was acknowledged before
 *     that instant lies before the offset, because it was appended earlier
 */
public record EventPosition(long nextOffset, long throughMillis) {

    static final int BYTES = 2 * Long.BYTES;

    /** Checks the bounds. */
    public EventPosition {
        if (nextOffset < 0 || throughMillis < 0) {
            throw new IllegalArgumentException(
                    "event position: " + nextOffset + ", " + throughMillis + " (expected: 0 or more)");
        }
    }

    /** Sixteen bytes, big-endian. */
    public byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .putLong(nextOffset)
                .putLong(throughMillis)
                .array();
    }

    /** The opposite of {@link #encode}. */
    public static EventPosition decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new EventPosition(in.getLong(), in.getLong());
    }
}
