package io.touchstone.pipeline.unit;

import io.touchstone.model.wire.BrokenFormatException;
import io.touchstone.model.wire.ByteReader;
import io.touchstone.model.wire.ByteWriter;

/** The bytes of a {@link Recent}: a version byte, then ids and outcomes. Golden files keep it stable. */
public final class RecentCodec {

    private static final int VERSION = 1;

    private RecentCodec() {}

    /** Bytes of version {@value #VERSION}. */
    public static byte[] encode(UnitState state) {
        Recent recent = state.recent();
        int size = 24 + 48 * recent.outcomes().size();
        for (IdBucket bucket : recent.ids()) {
            size += 16 + 8 * bucket.hashes().length;
        }
        ByteWriter out = new ByteWriter(size).writeByte(VERSION).writeLong(recent.maxReceived());
        HeadCodec.writeList(recent.ids(), RecentCodec::writeBucket, out);
        HeadCodec.writeList(recent.outcomes(), RecentCodec::writeOutcome, out);
        return out.toBytes();
    }

    /** @throws BrokenFormatException if the bytes are no recent record of this version */
    static Recent decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw new BrokenFormatException("unit recent version: " + version + " (expected: " + VERSION + ")");
        }
        return new Recent(
                in.readLong(),
                HeadCodec.readList(in, RecentCodec::readBucket),
                HeadCodec.readList(in, RecentCodec::readOutcome));
    }

    private static void writeBucket(IdBucket bucket, ByteWriter out) {
        out.writeVarLong(bucket.day());
        writeLongs(bucket.hashes(), out);
    }

    private static IdBucket readBucket(ByteReader in) {
        return new IdBucket(in.readVarInt(), readLongs(in));
    }

    private static void writeOutcome(OutcomeEntry outcome, ByteWriter out) {
        out.writeLong(outcome.time())
                .writeVarLong(outcome.received() - outcome.time())
                .writeLong(outcome.idHash())
                .writeByte(outcome.valued() ? 1 : 0);
        if (outcome.valued()) {
            out.writeDouble(outcome.value());
        }
        writeLongs(outcome.signals(), out);
    }

    private static OutcomeEntry readOutcome(ByteReader in) {
        long time = in.readLong();
        long received = time + in.readVarLong();
        long idHash = in.readLong();
        boolean valued = in.readByte() == 1;
        return new OutcomeEntry(time, received, idHash, valued, valued ? in.readDouble() : 0, readLongs(in));
    }

    private static void writeLongs(long[] values, ByteWriter out) {
        out.writeVarLong(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
    }

    private static long[] readLongs(ByteReader in) {
        long[] values = new long[in.readCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
        return values;
    }
}
