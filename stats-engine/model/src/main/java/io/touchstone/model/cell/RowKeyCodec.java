package io.touchstone.model.cell;

import io.touchstone.model.wire.BrokenFormatException;
import io.touchstone.model.wire.ByteReader;
import io.touchstone.model.wire.ByteWriter;

/** The bytes of a {@link RowKey}: key of the cells topic, of the owner's store and of {@code cell_row}. */
public final class RowKeyCodec {

    private static final int VERSION = 1;

    private RowKeyCodec() {}

    /** Equal keys give equal bytes, and no key's bytes are the beginning of another's. */
    public static byte[] encode(RowKey key) {
        return new ByteWriter(96)
                .writeByte(VERSION)
                .writeInt(key.environment())
                .writeInt(key.generation())
                .writeText(key.experiment())
                .writeVarLong(key.phase())
                .writeText(key.metric())
                .writeVarLong(key.metricVersion())
                .writeText(key.variant())
                .writeText(key.slice())
                .writeVarLong(key.fold())
                .writeVarLong(key.bin())
                .writeInt(key.eventDay())
                .toBytes();
    }

    /** @throws BrokenFormatException if the bytes are no key of this version */
    public static RowKey decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw new BrokenFormatException("row key version: " + version + " (expected: " + VERSION + ")");
        }
        return new RowKey(
                in.readInt(),
                in.readInt(),
                in.readText(),
                in.readVarInt(),
                in.readText(),
                in.readVarInt(),
                in.readText(),
                in.readText(),
                in.readVarInt(),
                in.readVarInt(),
                in.readInt());
    }
}
