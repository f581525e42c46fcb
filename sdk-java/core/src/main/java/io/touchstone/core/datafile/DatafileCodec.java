package io.touchstone.core.datafile;

import io.touchstone.core.condition.Condition;
import io.touchstone.core.condition.ConditionCodec;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.Fields;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonInteger;
import io.touchstone.core.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the datafile; the only class that knows its JSON form beside {@link DatafileWriter} and {@link FlagCodec}.
 * Unknown fields are ignored, a higher {@code schema} is refused.
 */
public final class DatafileCodec {
    /** Bytes of a document, UTF-8; some thirty thousand experiments. */
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    private DatafileCodec() {}

    /**
     * Reads a datafile from UTF-8.
     *
     * @throws InvalidInputException {@code schema_unknown}, {@code json_limit} for more than {@value #MAX_BYTES} bytes, and those of {@link CanonicalJson#read(byte[])}, {@link Fields},
     *     {@link ConditionCodec#read} and the records
     */
    public static Datafile read(byte[] utf8) {
        requireSize(utf8.length);
        return read(CanonicalJson.read(utf8));
    }

    /** The same from text; its length in chars stands for the bytes. */
    public static Datafile read(String json) {
        requireSize(json.length());
        return read(CanonicalJson.read(json));
    }

    /** Canonical UTF-8. Equal datafiles give equal bytes. */
    public static byte[] writeCanonical(Datafile datafile) {
        return CanonicalJson.write(DatafileWriter.write(datafile));
    }

    private static void requireSize(int length) {
        if (length > MAX_BYTES) {
            throw InvalidInputException.of(
                    FaultCode.JSON_LIMIT, "document", length + " bytes", "at most " + MAX_BYTES + " bytes");
        }
    }

    private static Datafile read(JsonValue document) {
        Fields fields = Fields.of("", document);
        fields.schema(Datafile.SCHEMA);
        return new Datafile(
                fields.text("environment"),
                fields.integer("version", 1, Long.MAX_VALUE),
                fields.instant("publishedAt"),
                fields.objects("layers", DatafileCodec::readLayer),
                fields.objects("segments", DatafileCodec::readSegment),
                fields.objects("holdouts", DatafileCodec::readHoldout),
                fields.objects("experiments", DatafileCodec::readExperiment),
                fields.objects("flags", FlagCodec::read));
    }

    private static LayerDefinition readLayer(Fields fields) {
        String key = fields.text("key");
        String salt = fields.text("salt");
        return fields.build(() -> new LayerDefinition(key, salt));
    }

    private static Segment readSegment(Fields fields) {
        String key = fields.text("key");
        Condition condition = ConditionCodec.read(fields.path("condition"), fields.value("condition"));
        return fields.build(() -> new Segment(key, condition));
    }

    private static Holdout readHoldout(Fields fields) {
        String key = fields.text("key");
        String salt = fields.text("salt");
        String unitType = fields.text("unitType");
        int statusQuo = (int) fields.integer("statusQuo", 0, SlotRange.SLOTS);
        int allShipped = (int) fields.integer("allShipped", 0, SlotRange.SLOTS);
        List<String> flags = fields.optional("flags") == null ? null : fields.texts("flags");
        Instant activeFrom = fields.instant("activeFrom");
        return fields.build(() -> new Holdout(key, salt, unitType, statusQuo, allShipped, flags, activeFrom));
    }

    private static ExperimentDefinition readExperiment(Fields fields) {
        String key = fields.text("key");
        int phase = (int) fields.integer("phase", 1, Integer.MAX_VALUE);
        String salt = fields.text("salt");
        String unitType = fields.text("unitType");
        String layer = fields.text("layer");
        List<SlotRange> slots = fields.elements("slots", DatafileCodec::readSlots);
        ExperimentStatus status = fields.word("status", List.of(ExperimentStatus.values()), ExperimentStatus::wireName);
        boolean keepServing = fields.bool("keepServing", false);
        Instant activeFrom = fields.instant("activeFrom");
        @Nullable Instant endsAt = fields.optionalInstant("endsAt");
        @Nullable Condition audience = ConditionCodec.readOptional(fields, "audience");
        String control = fields.text("control");
        List<VariantDefinition> variants = fields.objects("variants", DatafileCodec::readVariant);
        return fields.build(() -> new ExperimentDefinition(
                key,
                phase,
                salt,
                unitType,
                layer,
                slots,
                status,
                keepServing,
                activeFrom,
                endsAt,
                audience,
                control,
                variants));
    }

    private static VariantDefinition readVariant(Fields fields) {
        String key = fields.text("key");
        int weight = (int) fields.integer("weight", 0, io.touchstone.core.bucketing.VariantRanges.MAX_WEIGHT);
        JsonValue value = fields.value("value");
        return fields.build(() -> new VariantDefinition(key, weight, value));
    }

    private static SlotRange readSlots(String path, JsonValue value) {
        if (value instanceof JsonArray array
                && array.values().size() == 2
                && array.values().get(0) instanceof JsonInteger from
                && array.values().get(1) instanceof JsonInteger to
                && from.value() >= 0
                && from.value() < to.value()
                && to.value() <= SlotRange.SLOTS) {
            return new SlotRange((int) from.value(), (int) to.value());
        }
        throw InvalidInputException.of(
                FaultCode.SLOTS_INVALID, path, value.toJson(), "[from, to] with 0 <= from < to <= " + SlotRange.SLOTS);
    }
}
