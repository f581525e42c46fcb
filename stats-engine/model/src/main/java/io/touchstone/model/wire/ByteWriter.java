package io.touchstone.model.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Growing big-endian byte buffer of the binary formats (topic record, row key, packed row); not thread-safe. */
public final class ByteWriter {

    private byte[] bytes;
    private int length;

    /** A writer that starts with room for {@code capacity} bytes. */
    public ByteWriter(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    /** One byte, the low eight bits of {@code value}. */
    public ByteWriter writeByte(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
        return this;
    }

    /** Four bytes. */
    public ByteWriter writeInt(int value) {
        reserve(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Eight bytes. */
    public ByteWriter writeLong(long value) {
        reserve(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Eight bytes, the IEEE 754 bits. */
    public ByteWriter writeDouble(double value) {
        return writeLong(Double.doubleToRawLongBits(value));
    }

    /** One to ten bytes, zigzag: small magnitudes of both signs are short. */
    public ByteWriter writeVarLong(long value) {
        long rest = (value << 1) ^ (value >> 63);
        reserve(10);
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    /** UTF-8 behind its length. */
    public ByteWriter writeText(String text) {
        return writeBlob(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes behind their number. */
    public ByteWriter writeBlob(byte[] blob) {
        writeVarLong(blob.length);
        return writeRaw(blob);
    }

    /** Bytes as they are. */
    public ByteWriter writeRaw(byte[] raw) {
        reserve(raw.length);
        System.arraycopy(raw, 0, bytes, length, raw.length);
        length += raw.length;
        return this;
    }

    /** What was written, as a new array. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
