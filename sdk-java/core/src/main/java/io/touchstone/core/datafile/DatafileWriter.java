package io.touchstone.core.datafile;

import io.touchstone.core.condition.ConditionCodec;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonValue;
import io.touchstone.core.time.Rfc3339;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of a datafile. Fields that are null are left out. */
final class DatafileWriter {
    private DatafileWriter() {}

    static JsonObject write(Datafile datafile) {
        return JsonObject.builder()
                .put("schema", Datafile.SCHEMA)
                .put("environment", datafile.environment())
                .put("version", datafile.version())
                .put("publishedAt", instant(datafile.publishedAt()))
                .put("layers", JsonArray.of(datafile.layers(), DatafileWriter::writeLayer))
                .put("segments", JsonArray.of(datafile.segments(), DatafileWriter::writeSegment))
                .put("holdouts", JsonArray.of(datafile.holdouts(), DatafileWriter::writeHoldout))
                .put("experiments", JsonArray.of(datafile.experiments(), DatafileWriter::writeExperiment))
                .put("flags", JsonArray.of(datafile.flags(), FlagCodec::write))
                .build();
    }

    private static JsonObject writeLayer(LayerDefinition layer) {
        return JsonObject.builder()
                .put("key", layer.key())
                .put("salt", layer.salt())
                .build();
    }

    private static JsonObject writeSegment(Segment segment) {
        return JsonObject.builder()
                .put("key", segment.key())
                .put("condition", ConditionCodec.write(segment.condition()))
                .build();
    }

    private static JsonObject writeHoldout(Holdout holdout) {
        List<String> flags = holdout.flags();
        return JsonObject.builder()
                .put("key", holdout.key())
                .put("salt", holdout.salt())
                .put("unitType", holdout.unitType())
                .put("statusQuo", holdout.statusQuo())
                .put("allShipped", holdout.allShipped())
                .put("flags", flags == null ? null : JsonArray.of(flags, JsonValue::of))
                .put("activeFrom", instant(holdout.activeFrom()))
                .build();
    }

    private static JsonObject writeExperiment(ExperimentDefinition experiment) {
        return JsonObject.builder()
                .put("key", experiment.key())
                .put("phase", experiment.phase())
                .put("salt", experiment.salt())
                .put("unitType", experiment.unitType())
                .put("layer", experiment.layer())
                .put("slots", JsonArray.of(experiment.slots(), DatafileWriter::writeSlots))
                .put("status", experiment.status().wireName())
                .put("keepServing", experiment.keepServing())
                .put("activeFrom", instant(experiment.activeFrom()))
                .put("endsAt", instant(experiment.endsAt()))
                .put("audience", ConditionCodec.writeOptional(experiment.audience()))
                .put("control", experiment.control())
                .put("variants", JsonArray.of(experiment.variants(), DatafileWriter::writeVariant))
                .build();
    }

    private static JsonArray writeSlots(SlotRange range) {
        return new JsonArray(List.of(JsonValue.of(range.from()), JsonValue.of(range.to())));
    }

    private static JsonObject writeVariant(VariantDefinition variant) {
        return JsonObject.builder()
                .put("key", variant.key())
                .put("weight", variant.weight())
                .put("value", variant.value())
                .build();
    }

    private static @Nullable String instant(@Nullable Instant instant) {
        return instant == null ? null : Rfc3339.format(instant.toEpochMilli());
    }
}
