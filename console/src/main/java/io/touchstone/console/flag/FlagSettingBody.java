package io.touchstone.console.flag;

import io.touchstone.console.json.CoreJson;
import io.touchstone.core.condition.ConditionCodec;
import io.touchstone.core.datafile.ExperimentRule;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.ForcedVariant;
import io.touchstone.core.datafile.Prerequisite;
import io.touchstone.core.datafile.RolloutRule;
import io.touchstone.core.datafile.Rule;
import io.touchstone.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an environment says about a flag, as callers read and write it. What was read may be sent back: {@code flag} and {@code
 * revision} are ignored in requests.
 *
 * @param flag key of the flag
 * @param enabled if not, only forced variants and the default
 * @param rules tried in order
 * @param forced overrides for testers; absent: none
 * @param prerequisites other flags that must answer certain variants; absent: none
 * @param revision of this setting
 */
public record FlagSettingBody(
        @Nullable String flag,
        @Nullable Boolean enabled,
        @Nullable List<RuleBody> rules,
        @Nullable List<ForcedBody> forced,
        @Nullable List<PrerequisiteBody> prerequisites,
        @Nullable Long revision) {

    static FlagSettingBody of(FlagDefinition flag, long revision) {
        return new FlagSettingBody(
                flag.key(),
                flag.enabled(),
                flag.rules().stream().map(RuleBody::of).toList(),
                flag.forced().stream().map(ForcedBody::of).toList(),
                flag.prerequisites().stream().map(PrerequisiteBody::of).toList(),
                revision);
    }

    /**
     * A rule: {@code experiment} names one of the environment on this flag; {@code rollout} answers a value to a share.
     *
     * @param kind {@code experiment | rollout}
     * @param experiment key, of an experiment rule
     * @param key of a rollout, unique in the flag; as long as it stays, so do the units that are in
     * @param unitType of a rollout; absent: {@code user}
     * @param share of a rollout in millionths
     * @param audience of a rollout: a condition; absent: everyone
     * @param variant of a rollout: what decisions name
     * @param value of a rollout, of the flag's type
     */
    public record RuleBody(
            @Nullable String kind,
            @Nullable String experiment,
            @Nullable String key,
            @Nullable String unitType,
            @Nullable Long share,
            @Nullable JsonNode audience,
            @Nullable String variant,
            @Nullable JsonNode value) {
        private static RuleBody of(Rule rule) {
            return switch (rule) {
                case ExperimentRule asks ->
                    new RuleBody("experiment", asks.experiment(), null, null, null, null, null, null);
                case RolloutRule rollout -> {
                    JsonObject audience = ConditionCodec.writeOptional(rollout.audience());
                    yield new RuleBody(
                            "rollout",
                            null,
                            rollout.key(),
                            rollout.unitType(),
                            (long) rollout.share(),
                            audience == null ? null : CoreJson.node(audience),
                            rollout.variant(),
                            CoreJson.node(rollout.value()));
                }
            };
        }
    }

    /**
     * An override for one unit; never analysed.
     *
     * @param unitType absent: {@code user}
     * @param unit id of the unit
     * @param variant what the decision names
     * @param value of the flag's type
     */
    public record ForcedBody(
            @Nullable String unitType,
            @Nullable String unit,
            @Nullable String variant,
            @Nullable JsonNode value) {
        private static ForcedBody of(ForcedVariant forced) {
            return new ForcedBody(forced.unitType(), forced.unit(), forced.variant(), CoreJson.node(forced.value()));
        }
    }

    /**
     * Another flag that must answer one of some variants first.
     *
     * @param flag key of a flag of the project
     * @param variants at least one
     */
    public record PrerequisiteBody(
            @Nullable String flag, @Nullable List<String> variants) {
        private static PrerequisiteBody of(Prerequisite prerequisite) {
            return new PrerequisiteBody(prerequisite.flag(), prerequisite.variants());
        }
    }
}
