package io.touchstone.model.cell;

import io.touchstone.model.wire.BrokenFormatException;
import io.touchstone.model.wire.ByteReader;
import io.touchstone.model.wire.ByteWriter;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row as it is stored and sent: the cells of one {@link RowKey} for every cohort day that has any.
 *
 * @param cells cohort day (days since 1970-01-01) to cell; may be empty after everything was taken back
 */
public record PackedRow(SortedMap<Integer, CellSums> cells) {

    private static final int VERSION = 1;

    /** Keeps a sorted copy. */
    public PackedRow {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    /** Version byte, number of cells, then cohort day (difference to the one before) and cell. */
    public byte[] encode() {
        ByteWriter out = new ByteWriter(16 + 48 * cells.size()).writeByte(VERSION);
        out.writeVarLong(cells.size());
        int previous = 0;
        for (var entry : cells.entrySet()) {
            out.writeVarLong(entry.getKey() - previous);
            previous = entry.getKey();
            CellSumsCodec.write(entry.getValue(), out);
        }
        return out.toBytes();
    }

    /** @throws BrokenFormatException if the bytes are no row of this version */
    public static PackedRow decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw new BrokenFormatException("row version: " + version + " (expected: " + VERSION + ")");
        }
        int count = in.readCount();
        TreeMap<Integer, CellSums> cells = new TreeMap<>();
        int day = 0;
        for (int i = 0; i < count; i++) {
            day += in.readVarInt();
            cells.put(day, CellSumsCodec.read(in));
        }
        if (!in.atEnd()) {
            throw new BrokenFormatException("row: bytes behind the last cell (expected: none)");
        }
        return new PackedRow(cells);
    }
}
