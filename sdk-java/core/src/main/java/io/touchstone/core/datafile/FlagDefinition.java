package io.touchstone.core.datafile;

import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import io.touchstone.core.json.JsonValue;
import java.util.List;

/**
 * A decision point and how it answers.
 *
 * @param key unique in the datafile
 * @param type of every value
 * @param defaultValue answered where nothing else is
 * @param enabled if not, only forced variants and the default
 * @param prerequisites other flags that must answer certain variants
 * @param forced overrides, at most one per unit
 * @param rules tried in order; keys unique
 */
public record FlagDefinition(
        String key,
        FlagType type,
        JsonValue defaultValue,
        boolean enabled,
        List<Prerequisite> prerequisites,
        List<ForcedVariant> forced,
        List<Rule> rules) {

    /** @throws InvalidInputException {@code key_invalid}, {@code type_invalid}, {@code duplicate} */
    public FlagDefinition {
        Limits.key("key", key);
        type.require("default", defaultValue);
        prerequisites = Limits.unique("prerequisites", List.copyOf(prerequisites), Prerequisite::flag);
        forced =
                Limits.unique("forced", List.copyOf(forced), override -> List.of(override.unitType(), override.unit()));
        rules = Limits.unique(
                "rules", List.copyOf(rules), rule -> List.of(rule.getClass().getSimpleName(), rule.key()));
        for (int i = 0; i < forced.size(); i++) {
            type.require("forced[" + i + "].value", forced.get(i).value());
        }
        for (Rule rule : rules) {
            if (rule instanceof RolloutRule rollout) {
                type.require("rules[" + rollout.key() + "].value", rollout.value());
            }
        }
    }
}
