package io.touchstone.pipeline.stream;

import io.touchstone.model.cell.CellDelta;
import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.CellSumsCodec;
import io.touchstone.model.cell.RowKeyCodec;
import io.touchstone.model.wire.ByteReader;
import io.touchstone.model.wire.ByteWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/** Key of one cell inside the topology: the bytes of its row, then the cohort day (four bytes, big-endian). */
final class CellKeyCodec {

    private static final int COHORT_BYTES = Integer.BYTES;

    private CellKeyCodec() {}

    static Bytes encode(CellDelta delta) {
        byte[] row = RowKeyCodec.encode(delta.row());
        byte[] key = Arrays.copyOf(row, row.length + COHORT_BYTES);
        ByteBuffer.wrap(key).putInt(row.length, delta.cohortDay());
        return Bytes.wrap(key);
    }

    static byte[] rowOf(byte[] cellKey) {
        return Arrays.copyOf(cellKey, cellKey.length - COHORT_BYTES);
    }

    static int cohortDayOf(byte[] cellKey) {
        return ByteBuffer.wrap(cellKey).getInt(cellKey.length - COHORT_BYTES);
    }

    static byte[] encode(CellSums sums) {
        ByteWriter out = new ByteWriter(64);
        CellSumsCodec.write(sums, out);
        return out.toBytes();
    }

    static CellSums decode(byte[] sums) {
        return CellSumsCodec.read(new ByteReader(sums));
    }
}
