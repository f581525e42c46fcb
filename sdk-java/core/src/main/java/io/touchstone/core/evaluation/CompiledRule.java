package io.touchstone.core.evaluation;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.condition.CompiledCondition;
import io.touchstone.core.condition.ConditionNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule made ready: {@link #gate} says whether it answers, {@link #decide} what. Immutable, free of allocation. */
abstract sealed class CompiledRule permits CompiledExperiment, CompiledRollout, UnlistedExperiment {
    private final String key;
    final String unitType;
    private final @Nullable CompiledCondition audience;

    CompiledRule(String key, String unitType, @Nullable CompiledCondition audience) {
        this.key = key;
        this.unitType = unitType.intern(); // units are named by constants: found by identity
        this.audience = audience;
    }

    final String key() {
        return key;
    }

    /** Whether the units of an all-shipped holdout skip this rule. */
    abstract boolean isExperiment();

    /** Whether it gives every user the same answer, whoever and whenever. */
    boolean answersEveryUser() {
        return false;
    }

    /** Why the rule passes; null if it answers. */
    abstract @Nullable PassReason gate(Units units, Attributes attributes, long epochMillis);

    /** The answer; called only when the gate is open. */
    abstract Decision decide(Units units);

    /** Whether the audience matches. */
    final boolean addresses(Attributes attributes) {
        return audience == null || audience.matches(attributes);
    }

    /**
     * Whether the unit stays although audience or slots leave it out; called only then, so that its unit is there. The
     * variant kept has to be the one drawn: a store of another phase, or one that was tampered with, moves nobody.
     */
    final boolean keeps(Units units, KeptVariants kept) {
        String unit = units.get(unitType);
        if (!isExperiment() || unit == null) {
            return false;
        }
        Decision drawn = decide(units);
        String variant = kept.variant(key, drawn.phase(), unitType, unit);
        return variant != null && variant.equals(drawn.variant());
    }

    final List<ConditionNote> notes(Attributes attributes) {
        return audience == null ? List.of() : audience.notes(attributes);
    }
}
