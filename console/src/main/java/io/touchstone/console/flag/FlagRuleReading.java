package io.touchstone.console.flag;

import io.touchstone.console.access.SecretText;
import io.touchstone.console.flag.FlagSettingBody.ForcedBody;
import io.touchstone.console.flag.FlagSettingBody.PrerequisiteBody;
import io.touchstone.console.flag.FlagSettingBody.RuleBody;
import io.touchstone.console.json.CoreJson;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.core.datafile.ExperimentRule;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.ForcedVariant;
import io.touchstone.core.datafile.Prerequisite;
import io.touchstone.core.datafile.RolloutRule;
import io.touchstone.core.datafile.Rule;
import io.touchstone.core.datafile.SlotRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a caller says about a flag into its definition; a rollout that keeps its key keeps its salt, and so its units. */
final class FlagRuleReading {
    private static final int MAX_ENTRIES = 1_000;
    private static final int SALT_CHARACTERS = 12;
    private static final String USER = "user";

    private final FlagDefinition before;
    private final Set<String> experiments;
    private final Set<String> flags;

    /**
     * @param before the flag as it was
     * @param experiments of the environment on this flag
     * @param flags of the project
     */
    FlagRuleReading(FlagDefinition before, Set<String> experiments, Set<String> flags) {
        this.before = before;
        this.experiments = Set.copyOf(experiments);
        this.flags = Set.copyOf(flags);
    }

    /** @throws ProblemException naming the field that is wrong */
    FlagDefinition read(FlagSettingBody body) {
        boolean enabled = Require.present("enabled", body.enabled());
        List<Rule> rules = each("rules", Require.present("rules", body.rules()), this::rule);
        List<ForcedVariant> forced = each("forced", body.forced(), this::forced);
        List<Prerequisite> prerequisites = each("prerequisites", body.prerequisites(), this::prerequisite);
        Require.distinct(ProblemCode.DUPLICATE, "rules", rules, FlagRuleReading::name);
        Require.distinct(ProblemCode.DUPLICATE, "forced", forced, one -> List.of(one.unitType(), one.unit()));
        Require.distinct(ProblemCode.DUPLICATE, "prerequisites", prerequisites, Prerequisite::flag);
        return Require.valid(() -> new FlagDefinition(
                before.key(), before.type(), before.defaultValue(), enabled, prerequisites, forced, rules));
    }

    private Rule rule(String field, RuleBody body) {
        String kind = Require.oneOf(field + ".kind", body.kind(), List.of("experiment", "rollout"));
        if (kind.equals("rollout")) {
            return rollout(field, body);
        }
        String experiment = Require.present(field + ".experiment", body.experiment());
        if (!experiments.contains(experiment)) {
            throw ProblemException.of(
                    ProblemCode.EXPERIMENT_UNKNOWN,
                    field + ".experiment",
                    experiment,
                    "an experiment of the environment on this flag");
        }
        return new ExperimentRule(experiment);
    }

    private static String name(Rule rule) {
        return switch (rule) {
            case ExperimentRule asks -> "experiment " + asks.experiment();
            case RolloutRule rollout -> "rollout " + rollout.key();
        };
    }

    private RolloutRule rollout(String field, RuleBody body) {
        String key = Require.key(field + ".key", body.key());
        long share = Require.present(field + ".share", body.share());
        if (share < 0 || share > SlotRange.SLOTS) {
            throw ProblemException.of(
                    ProblemCode.NUMBER_RANGE, field + ".share", share, "0 to " + SlotRange.SLOTS + " millionths");
        }
        String unitType = body.unitType() == null ? USER : Require.key(field + ".unitType", body.unitType());
        return Require.valid(
                field,
                () -> new RolloutRule(
                        key,
                        salt(key, unitType),
                        unitType,
                        (int) share,
                        CoreJson.condition(field + ".audience", body.audience()),
                        Require.name(field + ".variant", body.variant()),
                        Payload.require(before.type(), field + ".value", body.value())));
    }

    private String salt(String key, String unitType) {
        for (Rule rule : before.rules()) {
            if (rule instanceof RolloutRule rollout
                    && rollout.key().equals(key)
                    && rollout.unitType().equals(unitType)) {
                return rollout.salt();
            }
        }
        return "r-" + SecretText.random(SALT_CHARACTERS);
    }

    private ForcedVariant forced(String field, ForcedBody body) {
        String unitType = body.unitType() == null ? USER : Require.key(field + ".unitType", body.unitType());
        return Require.valid(
                field,
                () -> new ForcedVariant(
                        unitType,
                        Require.present(field + ".unit", body.unit()),
                        Require.name(field + ".variant", body.variant()),
                        Payload.require(before.type(), field + ".value", body.value())));
    }

    private Prerequisite prerequisite(String field, PrerequisiteBody body) {
        String flag = Require.present(field + ".flag", body.flag());
        if (!flags.contains(flag)) {
            throw ProblemException.of(ProblemCode.FLAG_UNKNOWN, field + ".flag", flag, "a flag of the project");
        }
        List<String> variants = Require.present(field + ".variants", body.variants());
        Require.names(field + ".variants", variants);
        return Require.valid(field, () -> new Prerequisite(flag, variants));
    }

    private static <B, T> List<T> each(String field, @Nullable List<B> bodies, Reader<B, T> reader) {
        List<B> given = bodies == null ? List.of() : bodies;
        Require.size(field, given, 0, MAX_ENTRIES);
        List<T> all = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String path = field + "[" + i + "]";
            all.add(reader.read(path, Require.present(path, given.get(i))));
        }
        return all;
    }

    @FunctionalInterface
    private interface Reader<B, T> {
        T read(String field, B body);
    }
}
