package io.touchstone.core.evaluation;

import io.touchstone.core.bucketing.Bucketing;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.condition.Condition;
import io.touchstone.core.condition.ConditionNote;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.ExperimentDefinition;
import io.touchstone.core.datafile.ExperimentRule;
import io.touchstone.core.datafile.ExperimentStatus;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.ForcedVariant;
import io.touchstone.core.datafile.Holdout;
import io.touchstone.core.datafile.Prerequisite;
import io.touchstone.core.datafile.RolloutRule;
import io.touchstone.core.datafile.Rule;
import io.touchstone.core.datafile.VariantDefinition;
import io.touchstone.core.json.JsonNull;
import io.touchstone.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Evaluation step by step from docs/formats/assignment.md, section 5, on the records as they are: what is compiled has to agree. */
final class NaiveEvaluator {
    private final Datafile datafile;
    private final NaiveConditions conditions;

    NaiveEvaluator(Datafile datafile) {
        this.datafile = datafile;
        this.conditions = new NaiveConditions(datafile.segments());
    }

    Explanation explain(String flagKey, Units units, Attributes attributes, long at, KeptVariants kept) {
        FlagDefinition flag = datafile.flags().stream()
                .filter(one -> one.key().equals(flagKey))
                .findFirst()
                .orElse(null);
        if (flag == null) {
            return plain(decision(flagKey, JsonNull.NULL, null, Reason.UNKNOWN_FLAG, null, List.of()), null);
        }
        for (ForcedVariant forced : flag.forced()) {
            if (forced.unit().equals(units.get(forced.unitType()))) {
                return plain(decision(flagKey, forced.value(), forced.variant(), Reason.FORCED, null, List.of()), null);
            }
        }
        if (!flag.enabled()) {
            return plain(byDefault(flag, Reason.OFF, List.of()), null);
        }
        for (Prerequisite prerequisite : flag.prerequisites()) {
            String variant = explain(prerequisite.flag(), units, attributes, at, kept)
                    .decision()
                    .variant();
            if (variant == null || !prerequisite.variants().contains(variant)) {
                return plain(byDefault(flag, Reason.PREREQUISITE, List.of()), prerequisite.flag());
            }
        }
        List<DueExposure> held = held(flagKey, units, at);
        if (held.stream().anyMatch(part -> part.variant().equals("status-quo"))) {
            return plain(byDefault(flag, Reason.HOLDOUT, held), null);
        }
        return askRules(flag, units, attributes, at, kept, held);
    }

    private Explanation askRules(
            FlagDefinition flag,
            Units units,
            Attributes attributes,
            long at,
            KeptVariants kept,
            List<DueExposure> held) {
        List<RuleTrace> trail = new ArrayList<>();
        for (Rule rule : flag.rules()) {
            PassReason pass = pass(rule, units, attributes, at, !held.isEmpty());
            if ((pass == PassReason.AUDIENCE || pass == PassReason.SLOTS) && isKept(rule, units, kept)) {
                pass = null;
            }
            Condition audience =
                    rule instanceof RolloutRule rollout ? rollout.audience() : audienceOf(experiment(rule));
            List<ConditionNote> notes =
                    pass == PassReason.AUDIENCE ? conditions.notes(audience, attributes) : List.of();
            trail.add(new RuleTrace(rule.key(), pass, notes));
            if (pass == null) {
                return new Explanation(answer(flag, rule, units, held), null, trail);
            }
        }
        return new Explanation(byDefault(flag, Reason.DEFAULT, held), null, trail);
    }

    private PassReason pass(Rule rule, Units units, Attributes attributes, long at, boolean allShipped) {
        if (rule instanceof RolloutRule rollout) {
            String unit = units.get(rollout.unitType());
            if (unit == null) {
                return PassReason.UNIT_MISSING;
            }
            if (rollout.audience() != null && !conditions.matches(rollout.audience(), attributes)) {
                return PassReason.AUDIENCE;
            }
            return new Bucketing(rollout.salt()).bucket(unit) < rollout.share() ? null : PassReason.SHARE;
        }
        ExperimentDefinition experiment = experiment(rule);
        if (allShipped || experiment == null) {
            return allShipped ? PassReason.HELD_OUT : PassReason.NOT_LISTED;
        }
        PassReason closed = closed(experiment, at);
        String unit = units.get(experiment.unitType());
        if (closed != null || unit == null) {
            return closed != null ? closed : PassReason.UNIT_MISSING;
        }
        if (experiment.audience() != null && !conditions.matches(experiment.audience(), attributes)) {
            return PassReason.AUDIENCE;
        }
        int slot = new Bucketing(saltOf(experiment.layer())).bucket(unit);
        boolean owned = experiment.slots().stream().anyMatch(range -> range.from() <= slot && slot < range.to());
        return owned ? null : PassReason.SLOTS;
    }

    private static PassReason closed(ExperimentDefinition experiment, long at) {
        if (experiment.status() == ExperimentStatus.PAUSED && !experiment.keepServing()) {
            return PassReason.PAUSED;
        }
        if (at < experiment.activeFrom().toEpochMilli()) {
            return PassReason.NOT_STARTED;
        }
        return experiment.endsAt() != null && at >= experiment.endsAt().toEpochMilli() ? PassReason.ENDED : null;
    }

    private boolean isKept(Rule rule, Units units, KeptVariants kept) {
        ExperimentDefinition experiment = experiment(rule);
        if (experiment == null || kept == null) {
            return false;
        }
        String unit = units.get(experiment.unitType());
        String held = kept.variant(experiment.key(), experiment.phase(), experiment.unitType(), unit);
        return drawn(experiment, unit).key().equals(held);
    }

    private List<DueExposure> held(String flag, Units units, long at) {
        List<DueExposure> held = new ArrayList<>();
        for (Holdout holdout : datafile.holdouts()) {
            String unit = units.get(holdout.unitType());
            boolean covers = holdout.flags() == null || holdout.flags().contains(flag);
            if (covers && unit != null && holdout.activeFrom().toEpochMilli() <= at) {
                int bucket = new Bucketing(holdout.salt()).bucket(unit);
                if (bucket < holdout.statusQuo() + holdout.allShipped()) {
                    String part = bucket < holdout.statusQuo() ? "status-quo" : "all-shipped";
                    held.add(new DueExposure(holdout.key(), 1, part, holdout.unitType()));
                }
            }
        }
        return held;
    }

    private Decision answer(FlagDefinition flag, Rule rule, Units units, List<DueExposure> held) {
        if (rule instanceof RolloutRule rollout) {
            return decision(flag.key(), rollout.value(), rollout.variant(), Reason.ROLLOUT, rollout.key(), held);
        }
        ExperimentDefinition experiment = experiment(rule);
        VariantDefinition variant = drawn(experiment, units.get(experiment.unitType()));
        List<DueExposure> exposures = new ArrayList<>(held);
        exposures.add(new DueExposure(experiment.key(), experiment.phase(), variant.key(), experiment.unitType()));
        return new Decision(
                flag.key(),
                variant.value(),
                variant.key(),
                Reason.EXPERIMENT,
                experiment.key(),
                experiment.key(),
                experiment.phase(),
                datafile.version(),
                exposures);
    }

    private static VariantDefinition drawn(ExperimentDefinition experiment, String unit) {
        long bucket = new Bucketing(experiment.salt()).bucket(unit);
        long total = experiment.variants().stream()
                .mapToLong(VariantDefinition::weight)
                .sum();
        long cumulative = 0;
        for (VariantDefinition variant : experiment.variants()) {
            cumulative += variant.weight();
            if (bucket < 1_000_000 * cumulative / total) {
                return variant;
            }
        }
        throw new AssertionError(experiment);
    }

    private ExperimentDefinition experiment(Rule rule) {
        return datafile.experiments().stream()
                .filter(one -> rule instanceof ExperimentRule && one.key().equals(rule.key()))
                .findFirst()
                .orElse(null);
    }

    private static Condition audienceOf(ExperimentDefinition experiment) {
        return experiment == null ? null : experiment.audience();
    }

    private String saltOf(String layer) {
        return datafile.layers().stream()
                .filter(one -> one.key().equals(layer))
                .findFirst()
                .orElseThrow()
                .salt();
    }

    private Decision byDefault(FlagDefinition flag, Reason reason, List<DueExposure> held) {
        return decision(flag.key(), flag.defaultValue(), null, reason, null, held);
    }

    private Decision decision(
            String flag, JsonValue value, String variant, Reason reason, String rule, List<DueExposure> exposures) {
        return new Decision(flag, value, variant, reason, rule, null, 0, datafile.version(), exposures);
    }

    private static Explanation plain(Decision decision, String unmet) {
        return new Explanation(decision, unmet, List.of());
    }
}
