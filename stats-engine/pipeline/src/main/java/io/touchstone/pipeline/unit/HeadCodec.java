package io.touchstone.pipeline.unit;

import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.wire.BrokenFormatException;
import io.touchstone.model.wire.ByteReader;
import io.touchstone.model.wire.ByteWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The bytes of a {@link Head}: a version byte, then four lists. Golden files keep it stable. */
public final class HeadCodec {

    private static final int VERSION = 1;

    private HeadCodec() {}

    /** Bytes of version {@value #VERSION}. */
    public static byte[] encode(UnitState state) {
        Head head = state.head();
        ByteWriter out = new ByteWriter(256).writeByte(VERSION);
        writeList(head.phases(), HeadCodec::writePhase, out);
        writeList(head.profile(), HeadCodec::writeEntry, out);
        writeList(head.folded(), HeadCodec::writeFolded, out);
        return out.writeVarLong(head.lateOutcomes()).toBytes();
    }

    /** @throws BrokenFormatException if the bytes are no head of this version */
    static Head decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw new BrokenFormatException("unit head version: " + version + " (expected: " + VERSION + ")");
        }
        return new Head(
                readList(in, HeadCodec::readPhase),
                readList(in, HeadCodec::readEntry),
                readList(in, HeadCodec::readFolded),
                in.readVarLong());
    }

    private static void writePhase(UnitPhase phase, ByteWriter out) {
        out.writeText(phase.experiment()).writeVarLong(phase.phase());
        writeList(phase.seen(), HeadCodec::writeSeen, out);
        writeList(phase.frozen().slices(), (slice, to) -> to.writeText(slice), out);
        writeList(phase.frozen().covariates(), (value, to) -> to.writeDouble(value), out);
    }

    private static UnitPhase readPhase(ByteReader in) {
        return new UnitPhase(
                in.readText(),
                in.readVarInt(),
                readList(in, HeadCodec::readSeen),
                new Frozen(readList(in, ByteReader::readText), readList(in, ByteReader::readDouble)));
    }

    private static void writeSeen(Seen seen, ByteWriter out) {
        out.writeText(seen.variant()).writeLong(seen.time()).writeText(seen.id());
        out.writeVarLong(seen.attributes().size());
        new TreeMap<>(seen.attributes())
                .forEach((name, value) -> out.writeText(name).writeText(value));
    }

    private static Seen readSeen(ByteReader in) {
        String variant = in.readText();
        long time = in.readLong();
        String id = in.readText();
        int count = in.readCount();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.put(in.readText(), in.readText());
        }
        return new Seen(variant, time, id, attributes);
    }

    private static void writeEntry(ProfileEntry entry, ByteWriter out) {
        out.writeText(entry.attribute())
                .writeLong(entry.time())
                .writeText(entry.id())
                .writeLong(entry.received())
                .writeText(entry.text())
                .writeByte(entry.numeric() ? 1 : 0);
        if (entry.numeric()) {
            out.writeDouble(entry.number());
        }
    }

    private static ProfileEntry readEntry(ByteReader in) {
        String attribute = in.readText();
        long time = in.readLong();
        String id = in.readText();
        long received = in.readLong();
        String text = in.readText();
        boolean numeric = in.readByte() == 1;
        return new ProfileEntry(attribute, time, id, received, text, numeric, numeric ? in.readDouble() : 0);
    }

    private static void writeFolded(FoldedDay day, ByteWriter out) {
        out.writeText(day.experiment())
                .writeVarLong(day.phase())
                .writeText(day.metric().key())
                .writeVarLong(day.metric().version())
                .writeVarLong(day.day())
                .writeVarLong(day.count())
                .writeDouble(day.sum())
                .writeDouble(day.sumLow());
    }

    private static FoldedDay readFolded(ByteReader in) {
        return new FoldedDay(
                in.readText(),
                in.readVarInt(),
                new MetricRef(in.readText(), in.readVarInt()),
                in.readVarInt(),
                in.readVarLong(),
                in.readDouble(),
                in.readDouble());
    }

    static <T> void writeList(List<T> values, BiConsumer<T, ByteWriter> write, ByteWriter out) {
        out.writeVarLong(values.size());
        for (T value : values) {
            write.accept(value, out);
        }
    }

    static <T> List<T> readList(ByteReader in, Function<ByteReader, T> read) {
        int count = in.readCount();
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(read.apply(in));
        }
        return values;
    }
}
