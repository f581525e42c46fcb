package io.touchstone.model.record;

import io.touchstone.core.condition.Attributes;
import io.touchstone.model.wire.BrokenFormatException;
import io.touchstone.model.wire.ByteReader;
import io.touchstone.model.wire.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes of a {@link TopicRecord}: a version byte, then the fields in order. Golden files keep it stable. */
public final class TopicRecordCodec {

    private static final int VERSION = 1;

    private static final int EXPOSURE = 0;
    private static final int OUTCOME = 1;
    private static final int PROFILE = 2;

    private static final int TEXT = 0;
    private static final int NUMBER = 1;
    private static final int FALSE = 2;
    private static final int TRUE = 3;
    private static final int TEXTS = 4;

    private static final Trust[] TRUSTS = Trust.values();

    private TopicRecordCodec() {}

    /** Bytes of version {@value #VERSION}. */
    public static byte[] encode(TopicRecord record) {
        ByteWriter out = new ByteWriter(128)
                .writeByte(VERSION)
                .writeByte(record.trust().ordinal())
                .writeLong(record.received())
                .writeVarLong(record.time() - record.received())
                .writeText(record.id())
                .writeVarLong(record.config());
        switch (record.body()) {
            case TopicRecord.Exposure exposure -> writeExposure(exposure, out);
            case TopicRecord.Outcome outcome -> {
                out.writeByte(OUTCOME).writeText(outcome.name());
                writeOptional(outcome.value(), out);
                writeAttributes(outcome.properties(), out);
            }
            case TopicRecord.Profile profile -> {
                out.writeByte(PROFILE);
                writeAttributes(profile.attributes(), out);
            }
        }
        return out.toBytes();
    }

    /** @throws BrokenFormatException if the bytes are no record of this version */
    public static TopicRecord decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw new BrokenFormatException("record version: " + version + " (expected: " + VERSION + ")");
        }
        Trust trust = trust(in.readByte());
        long received = in.readLong();
        long time = received + in.readVarLong();
        String id = in.readText();
        long config = in.readVarLong();
        TopicRecord record = new TopicRecord(received, time, id, trust, config, readBody(in));
        if (!in.atEnd()) {
            throw new BrokenFormatException("record: bytes behind the last field (expected: none)");
        }
        return record;
    }

    private static Trust trust(int ordinal) {
        if (ordinal >= TRUSTS.length) {
            throw new BrokenFormatException("trust: " + ordinal + " (expected: 0.." + (TRUSTS.length - 1) + ")");
        }
        return TRUSTS[ordinal];
    }

    private static TopicRecord.Body readBody(ByteReader in) {
        int type = in.readByte();
        return switch (type) {
            case EXPOSURE ->
                new TopicRecord.Exposure(
                        in.readText(),
                        in.readText(),
                        in.readVarInt(),
                        in.readText(),
                        in.readText(),
                        readOptional(in),
                        readAttributes(in));
            case OUTCOME -> new TopicRecord.Outcome(in.readText(), readOptional(in), readAttributes(in));
            case PROFILE -> new TopicRecord.Profile(readAttributes(in));
            default -> throw new BrokenFormatException("type: " + type + " (expected: 0..2)");
        };
    }

    private static void writeExposure(TopicRecord.Exposure exposure, ByteWriter out) {
        out.writeByte(EXPOSURE)
                .writeText(exposure.flag())
                .writeText(exposure.experiment())
                .writeVarLong(exposure.phase())
                .writeText(exposure.variant())
                .writeText(exposure.reason());
        writeOptional(exposure.propensity(), out);
        writeAttributes(exposure.attributes(), out);
    }

    private static void writeOptional(@Nullable Double value, ByteWriter out) {
        out.writeByte(value == null ? 0 : 1);
        if (value != null) {
            out.writeDouble(value);
        }
    }

    private static @Nullable Double readOptional(ByteReader in) {
        if (in.readByte() == 0) {
            return null;
        }
        return finite(in.readDouble());
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new BrokenFormatException("value: " + value + " (expected: a finite number)");
        }
        return value;
    }

    private static void writeAttributes(Attributes attributes, ByteWriter out) {
        out.writeVarLong(attributes.size());
        for (int i = 0; i < attributes.size(); i++) {
            out.writeText(attributes.nameAt(i));
            Object value = attributes.valueAt(i);
            if (value instanceof String text) {
                out.writeByte(TEXT).writeText(text);
            } else if (value instanceof Double number) {
                out.writeByte(NUMBER).writeDouble(number);
            } else if (value instanceof Boolean bool) {
                out.writeByte(bool ? TRUE : FALSE);
            } else {
                writeTexts((List<?>) value, out);
            }
        }
    }

    private static void writeTexts(List<?> texts, ByteWriter out) {
        out.writeByte(TEXTS).writeVarLong(texts.size());
        for (Object text : texts) {
            out.writeText((String) text);
        }
    }

    private static Attributes readAttributes(ByteReader in) {
        int count = in.readCount();
        if (count == 0) {
            return Attributes.EMPTY;
        }
        Attributes.Builder attributes = Attributes.builder();
        for (int i = 0; i < count; i++) {
            readAttribute(in.readText(), in, attributes);
        }
        return attributes.build();
    }

    private static void readAttribute(String name, ByteReader in, Attributes.Builder attributes) {
        int tag = in.readByte();
        switch (tag) {
            case TEXT -> attributes.put(name, in.readText());
            case NUMBER -> attributes.put(name, finite(in.readDouble()));
            case FALSE -> attributes.put(name, false);
            case TRUE -> attributes.put(name, true);
            case TEXTS -> attributes.put(name, readTexts(in));
            default -> throw new BrokenFormatException("attribute tag: " + tag + " (expected: 0..4)");
        }
    }

    private static List<String> readTexts(ByteReader in) {
        int count = in.readCount();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.readText());
        }
        return texts;
    }
}
