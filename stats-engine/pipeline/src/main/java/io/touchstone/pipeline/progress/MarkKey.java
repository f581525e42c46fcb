package io.touchstone.pipeline.progress;

import java.nio.ByteBuffer;

/**
 * Key of a mark: what was sent before it holds the events up to a position. Marks travel among changes and rows, whose keys begin with a
 * version of 1 or more; theirs is a zero byte and the number of a partition (four bytes, big-endian).
 */
public final class MarkKey {

    private static final int BYTES = 1 + Integer.BYTES;

    private MarkKey() {}

    /** The key of the marks of a partition. */
    public static byte[] of(int partition) {
        return ByteBuffer.allocate(BYTES).put((byte) 0).putInt(partition).array();
    }

    /** Whether a key is that of a mark, and not of a change or row. */
    public static boolean isMark(byte[] key) {
        return key.length == BYTES && key[0] == 0;
    }

    /** The partition in a mark's key. */
    public static int partitionOf(byte[] key) {
        return ByteBuffer.wrap(key).getInt(1);
    }
}
