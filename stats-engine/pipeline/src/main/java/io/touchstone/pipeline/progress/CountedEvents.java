package io.touchstone.pipeline.progress;

import io.touchstone.model.wire.BrokenFormatException;
import io.touchstone.model.wire.ByteReader;
import io.touchstone.model.wire.ByteWriter;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which events the rows of one owner hold.
 *
 * @param positions by partition of the events topic; a partition that is missing has none
 */
public record CountedEvents(SortedMap<Integer, EventPosition> positions) {

    private static final int VERSION = 1;

    /** Keeps a copy. */
    public CountedEvents {
        positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
    }

    /** Version, number of partitions, then of each its number, offset and instant. */
    public byte[] encode() {
        ByteWriter out = new ByteWriter(2 + positions.size() * (Integer.BYTES + EventPosition.BYTES));
        out.writeByte(VERSION).writeVarLong(positions.size());
        for (Map.Entry<Integer, EventPosition> entry : positions.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeLong(entry.getValue().nextOffset());
            out.writeLong(entry.getValue().throughMillis());
        }
        return out.toBytes();
    }

    /** @throws BrokenFormatException if the bytes are none of this version */
    public static CountedEvents decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw new BrokenFormatException("counted events version: " + version + " (expected: " + VERSION + ")");
        }
        int count = in.readCount();
        SortedMap<Integer, EventPosition> positions = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            positions.put(in.readInt(), new EventPosition(in.readLong(), in.readLong()));
        }
        return new CountedEvents(positions);
    }
}
