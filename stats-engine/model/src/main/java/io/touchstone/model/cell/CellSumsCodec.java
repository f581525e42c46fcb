package io.touchstone.model.cell;

import io.touchstone.model.wire.BrokenFormatException;
import io.touchstone.model.wire.ByteReader;
import io.touchstone.model.wire.ByteWriter;

/**
 * The bytes of {@link CellSums}. Each sum is one tag byte and what it needs: most sums of most cells are zero or small
 * integers, so a conversion cell takes about ten bytes instead of forty.
 */
public final class CellSumsCodec {

    private static final int ZERO = 0;
    private static final int INTEGER = 1;
    private static final int HIGH = 2;
    private static final int HIGH_LOW = 3;
    /** Integers of at most this magnitude are exact in a double. */
    private static final double EXACT_INTEGER = 0x1p53;

    private CellSumsCodec() {}

    /** Appends the cell to {@code out}. */
    public static void write(CellSums cell, ByteWriter out) {
        out.writeByte(cell.components() << 1 | (cell.amount() ? 1 : 0));
        out.writeVarLong(cell.units()).writeVarLong(cell.nonZero()).writeVarLong(cell.capped());
        double[] pairs = cell.pairs();
        for (int i = 0; i < pairs.length; i += 2) {
            writeSum(pairs[i], pairs[i + 1], out);
        }
    }

    private static void writeSum(double hi, double lo, ByteWriter out) {
        if (lo != 0) {
            out.writeByte(HIGH_LOW).writeDouble(hi).writeDouble(lo);
        } else if (hi == 0) {
            out.writeByte(ZERO);
        } else if (Math.abs(hi) <= EXACT_INTEGER && hi == Math.rint(hi)) {
            out.writeByte(INTEGER).writeVarLong((long) hi);
        } else {
            out.writeByte(HIGH).writeDouble(hi);
        }
    }

    /** @throws BrokenFormatException if the next bytes are no cell */
    public static CellSums read(ByteReader in) {
        int shape = in.readByte();
        int components = shape >>> 1;
        if (components < 1 || components > CellSums.MAX_COMPONENTS) {
            throw new BrokenFormatException(
                    "components: " + components + " (expected: 1.." + CellSums.MAX_COMPONENTS + ")");
        }
        CellSums cell = new CellSums(components, (shape & 1) == 1);
        cell.restoreCounts(in.readVarLong(), in.readVarLong(), in.readVarLong());
        double[] pairs = cell.pairs();
        for (int i = 0; i < pairs.length; i += 2) {
            readSum(pairs, i, in);
        }
        return cell;
    }

    private static void readSum(double[] pairs, int at, ByteReader in) {
        int tag = in.readByte();
        switch (tag) {
            case ZERO -> pairs[at] = 0;
            case INTEGER -> pairs[at] = in.readVarLong();
            case HIGH -> pairs[at] = in.readDouble();
            case HIGH_LOW -> {
                pairs[at] = in.readDouble();
                pairs[at + 1] = in.readDouble();
            }
            default -> throw new BrokenFormatException("sum tag: " + tag + " (expected: 0..3)");
        }
        if (!Double.isFinite(pairs[at]) || !Double.isFinite(pairs[at + 1])) {
            throw new BrokenFormatException("sum: " + pairs[at] + " (expected: a finite number)");
        }
    }
}
