package io.touchstone.core.evaluation;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.FlagType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flag made ready. The order of the steps: forced, off, prerequisites, holdouts, rules, default. The explained evaluation
 * walks through the same gates.
 */
final class CompiledFlag {
    private final FlagType type;
    private final int fingerprint;
    private final boolean alike;
    private final ForcedVariants forced;
    private final boolean enabled;
    private final CompiledPrerequisite[] prerequisites;
    private final CompiledHoldout[] holdouts;
    private final CompiledRule[] rules;
    /** Whether the rules are all there is to ask, as of most flags. */
    private final boolean rulesOnly;

    private final Decision off;
    private final Decision prerequisiteUnmet;
    private final Decision heldOut;
    private final Decision byDefault;

    CompiledFlag(
            FlagDefinition flag,
            long config,
            int fingerprint,
            CompiledPrerequisite[] prerequisites,
            CompiledHoldout[] holdouts,
            CompiledRule[] rules) {
        this.type = flag.type();
        this.fingerprint = fingerprint;
        this.alike = flag.forced().isEmpty()
                && prerequisites.length == 0
                && holdouts.length == 0
                && (rules.length == 0 || rules[0].answersEveryUser());
        this.forced = new ForcedVariants(flag, config);
        this.enabled = flag.enabled();
        this.prerequisites = prerequisites;
        this.holdouts = holdouts;
        this.rules = rules;
        this.rulesOnly = flag.enabled() && flag.forced().isEmpty() && prerequisites.length == 0 && holdouts.length == 0;
        this.off = Decision.plain(flag.key(), flag.defaultValue(), null, Reason.OFF, null, config);
        this.prerequisiteUnmet =
                Decision.plain(flag.key(), flag.defaultValue(), null, Reason.PREREQUISITE, null, config);
        this.heldOut = Decision.plain(flag.key(), flag.defaultValue(), null, Reason.HOLDOUT, null, config);
        this.byDefault = Decision.plain(flag.key(), flag.defaultValue(), null, Reason.DEFAULT, null, config);
    }

    FlagType type() {
        return type;
    }

    int fingerprint() {
        return fingerprint;
    }

    boolean answersEveryoneAlike() {
        return alike;
    }

    Decision evaluate(Units units, Attributes attributes, long epochMillis, @Nullable KeptVariants kept) {
        if (rulesOnly) {
            return evaluateRules(units, attributes, epochMillis, kept, false);
        }
        Decision early = beforeHoldouts(units, attributes, epochMillis, kept);
        if (early != null) {
            return early;
        }
        List<DueExposure> held = heldIn(units, epochMillis);
        if (held != null) {
            return evaluateHeld(units, attributes, epochMillis, kept, held);
        }
        return evaluateRules(units, attributes, epochMillis, kept, false);
    }

    Explanation explain(Units units, Attributes attributes, long epochMillis, @Nullable KeptVariants kept) {
        List<RuleTrace> trail = new ArrayList<>();
        Decision decision = evaluate(units, attributes, epochMillis, kept);
        if (decision.reason() == Reason.PREREQUISITE) {
            return new Explanation(decision, firstUnmet(units, attributes, epochMillis, kept), trail);
        }
        if (asksRules(decision.reason())) {
            List<DueExposure> held = heldIn(units, epochMillis);
            for (CompiledRule rule : rules) {
                RuleTrace trace = trace(rule, units, attributes, epochMillis, kept, held != null);
                trail.add(trace);
                if (trace.pass() == null) {
                    break;
                }
            }
        }
        return new Explanation(decision, null, trail);
    }

    private static boolean asksRules(Reason reason) {
        return reason == Reason.EXPERIMENT || reason == Reason.ROLLOUT || reason == Reason.DEFAULT;
    }

    private @Nullable Decision beforeHoldouts(
            Units units, Attributes attributes, long epochMillis, @Nullable KeptVariants kept) {
        Decision override = forced.find(units);
        if (override != null) {
            return override;
        }
        if (!enabled) {
            return off;
        }
        return firstUnmet(units, attributes, epochMillis, kept) == null ? null : prerequisiteUnmet;
    }

    private @Nullable String firstUnmet(
            Units units, Attributes attributes, long epochMillis, @Nullable KeptVariants kept) {
        for (CompiledPrerequisite prerequisite : prerequisites) {
            if (!prerequisite.met(units, attributes, epochMillis, kept)) {
                return prerequisite.flag().byDefault.flag();
            }
        }
        return null;
    }

    /** What every covering holdout has to record; null where none holds the unit, the usual case. */
    private @Nullable List<DueExposure> heldIn(Units units, long epochMillis) {
        List<DueExposure> held = null;
        for (CompiledHoldout holdout : holdouts) {
            DueExposure part = holdout.part(units, epochMillis);
            if (part != null) {
                held = held == null ? new ArrayList<>(holdouts.length) : held;
                held.add(part);
            }
        }
        return held;
    }

    private Decision evaluateHeld(
            Units units, Attributes attributes, long epochMillis, @Nullable KeptVariants kept, List<DueExposure> held) {
        for (DueExposure part : held) {
            if (part.variant().equals(DueExposure.STATUS_QUO)) {
                return heldOut.afterHoldouts(held);
            }
        }
        return evaluateRules(units, attributes, epochMillis, kept, true).afterHoldouts(held);
    }

    private Decision evaluateRules(
            Units units, Attributes attributes, long epochMillis, @Nullable KeptVariants kept, boolean rolloutsOnly) {
        for (CompiledRule rule : rules) {
            if (gate(rule, units, attributes, epochMillis, kept, rolloutsOnly) == null) {
                return rule.decide(units);
            }
        }
        return byDefault;
    }

    private static @Nullable PassReason gate(
            CompiledRule rule,
            Units units,
            Attributes attributes,
            long epochMillis,
            @Nullable KeptVariants kept,
            boolean rolloutsOnly) {
        if (rolloutsOnly && rule.isExperiment()) {
            return PassReason.HELD_OUT;
        }
        PassReason pass = rule.gate(units, attributes, epochMillis);
        boolean leftOut = pass == PassReason.AUDIENCE || pass == PassReason.SLOTS;
        return leftOut && kept != null && rule.keeps(units, kept) ? null : pass;
    }

    private static RuleTrace trace(
            CompiledRule rule,
            Units units,
            Attributes attributes,
            long epochMillis,
            @Nullable KeptVariants kept,
            boolean rolloutsOnly) {
        PassReason pass = gate(rule, units, attributes, epochMillis, kept, rolloutsOnly);
        return new RuleTrace(rule.key(), pass, pass == PassReason.AUDIENCE ? rule.notes(attributes) : List.of());
    }
}
