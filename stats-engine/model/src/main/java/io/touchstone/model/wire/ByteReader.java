package io.touchstone.model.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link ByteWriter} wrote; not thread-safe.
 *
 * <p>Every method throws {@link BrokenFormatException} where the bytes end too early or cannot be right.
 */
public final class ByteReader {

    private final byte[] bytes;
    private int at;

    /** A reader from the first byte on. */
    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One byte, 0..255. */
    public int readByte() {
        require(1);
        return bytes[at++] & 0xFF;
    }

    /** Four bytes. */
    public int readInt() {
        require(4);
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | (bytes[at++] & 0xFF);
        }
        return value;
    }

    /** Eight bytes. */
    public long readLong() {
        require(8);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | (bytes[at++] & 0xFF);
        }
        return value;
    }

    /** Eight bytes, the IEEE 754 bits. */
    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    /** A zigzag number of one to ten bytes. */
    public long readVarLong() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new BrokenFormatException("number: more than 10 bytes (expected: at most 10)");
    }

    /** A zigzag number that has to fit an int. */
    public int readVarInt() {
        long value = readVarLong();
        if (value != (int) value) {
            throw new BrokenFormatException("number: " + value + " (expected: an int)");
        }
        return (int) value;
    }

    /** A number of things, each at least one byte long: 0 to the bytes that are left. */
    public int readCount() {
        int count = readVarInt();
        if (count < 0 || count > bytes.length - at) {
            throw new BrokenFormatException("count: " + count + " (expected: 0.." + (bytes.length - at) + ")");
        }
        return count;
    }

    /** UTF-8 behind its length. */
    public String readText() {
        int length = readCount();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** Bytes behind their number. */
    public byte[] readBlob() {
        return readRaw(readCount());
    }

    /** The next {@code length} bytes. */
    public byte[] readRaw(int length) {
        require(length);
        byte[] raw = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return raw;
    }

    /** Whether every byte was read. */
    public boolean atEnd() {
        return at == bytes.length;
    }

    private void require(int length) {
        if (length < 0 || bytes.length - at < length) {
            throw new BrokenFormatException(
                    "bytes: " + (bytes.length - at) + " left (expected: at least " + length + ")");
        }
    }
}
