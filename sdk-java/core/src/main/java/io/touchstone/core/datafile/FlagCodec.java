package io.touchstone.core.datafile;

import io.touchstone.core.condition.Condition;
import io.touchstone.core.condition.ConditionCodec;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.Fields;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of one flag of a datafile. */
public final class FlagCodec {
    private FlagCodec() {}

    /** Reads a flag. @throws InvalidInputException those of {@link Fields} and the records */
    public static FlagDefinition read(Fields fields) {
        String key = fields.text("key");
        FlagType type = fields.word("type", List.of(FlagType.values()), FlagType::wireName);
        JsonValue defaultValue = fields.value("default");
        boolean enabled = fields.bool("enabled");
        List<Prerequisite> prerequisites = fields.objects("prerequisites", FlagCodec::readPrerequisite);
        List<ForcedVariant> forced = fields.objects("forced", FlagCodec::readForced);
        List<Rule> rules = fields.objects("rules", FlagCodec::readRule);
        return fields.build(() -> new FlagDefinition(key, type, defaultValue, enabled, prerequisites, forced, rules));
    }

    /** The JSON form. */
    public static JsonObject write(FlagDefinition flag) {
        return JsonObject.builder()
                .put("key", flag.key())
                .put("type", flag.type().wireName())
                .put("default", flag.defaultValue())
                .put("enabled", flag.enabled())
                .put("prerequisites", JsonArray.of(flag.prerequisites(), FlagCodec::writePrerequisite))
                .put("forced", JsonArray.of(flag.forced(), FlagCodec::writeForced))
                .put("rules", JsonArray.of(flag.rules(), FlagCodec::writeRule))
                .build();
    }

    private static Prerequisite readPrerequisite(Fields fields) {
        String flag = fields.text("flag");
        List<String> variants = fields.texts("variants");
        return fields.build(() -> new Prerequisite(flag, variants));
    }

    private static JsonObject writePrerequisite(Prerequisite prerequisite) {
        return JsonObject.builder()
                .put("flag", prerequisite.flag())
                .put("variants", JsonArray.of(prerequisite.variants(), JsonValue::of))
                .build();
    }

    private static ForcedVariant readForced(Fields fields) {
        String unitType = fields.text("unitType");
        String unit = fields.text("unit");
        String variant = fields.text("variant");
        JsonValue value = fields.value("value");
        return fields.build(() -> new ForcedVariant(unitType, unit, variant, value));
    }

    private static JsonObject writeForced(ForcedVariant forced) {
        return JsonObject.builder()
                .put("unitType", forced.unitType())
                .put("unit", forced.unit())
                .put("variant", forced.variant())
                .put("value", forced.value())
                .build();
    }

    private static Rule readRule(Fields fields) {
        String kind = fields.text("kind");
        return switch (kind) {
            case "experiment" -> {
                String experiment = fields.text("experiment");
                yield fields.build(() -> new ExperimentRule(experiment));
            }
            case "rollout" -> readRollout(fields);
            default ->
                throw InvalidInputException.of(
                        FaultCode.VALUE_UNKNOWN, fields.path("kind"), kind, "experiment | rollout");
        };
    }

    private static RolloutRule readRollout(Fields fields) {
        String key = fields.text("key");
        String salt = fields.text("salt");
        String unitType = fields.text("unitType");
        int share = (int) fields.integer("share", 0, SlotRange.SLOTS);
        @Nullable Condition audience = ConditionCodec.readOptional(fields, "audience");
        String variant = fields.text("variant");
        JsonValue value = fields.value("value");
        return fields.build(() -> new RolloutRule(key, salt, unitType, share, audience, variant, value));
    }

    private static JsonObject writeRule(Rule rule) {
        JsonObject.Builder json = JsonObject.builder();
        if (rule instanceof ExperimentRule experiment) {
            json.put("kind", "experiment").put("experiment", experiment.experiment());
        } else if (rule instanceof RolloutRule rollout) {
            json.put("kind", "rollout")
                    .put("key", rollout.key())
                    .put("salt", rollout.salt())
                    .put("unitType", rollout.unitType())
                    .put("share", rollout.share())
                    .put("audience", ConditionCodec.writeOptional(rollout.audience()))
                    .put("variant", rollout.variant())
                    .put("value", rollout.value());
        }
        return json.build();
    }
}
