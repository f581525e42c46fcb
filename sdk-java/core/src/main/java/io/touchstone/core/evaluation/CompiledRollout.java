package io.touchstone.core.evaluation;

import io.touchstone.core.bucketing.Bucketing;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.condition.CompiledCondition;
import io.touchstone.core.datafile.RolloutRule;
import io.touchstone.core.datafile.SlotRange;
import org.jspecify.annotations.Nullable;

/** A rollout made ready. */
final class CompiledRollout extends CompiledRule {
    private final Bucketing bucketing;
    private final int share;
    private final boolean everyUser;
    private final Decision decision;

    CompiledRollout(RolloutRule rule, @Nullable CompiledCondition audience, String flag, long config) {
        super(rule.key(), rule.unitType(), audience);
        this.bucketing = new Bucketing(rule.salt());
        this.share = rule.share();
        this.everyUser = share == SlotRange.SLOTS && audience == null && unitType.equals(Units.USER);
        this.decision = Decision.plain(flag, rule.value(), rule.variant(), Reason.ROLLOUT, rule.key(), config);
    }

    @Override
    boolean isExperiment() {
        return false;
    }

    @Override
    boolean answersEveryUser() {
        return everyUser;
    }

    @Override
    @Nullable
    PassReason gate(Units units, Attributes attributes, long epochMillis) {
        String unit = units.get(unitType);
        if (unit == null) {
            return PassReason.UNIT_MISSING;
        }
        if (!addresses(attributes)) {
            return PassReason.AUDIENCE;
        }
        return bucketing.bucket(unit) < share ? null : PassReason.SHARE;
    }

    @Override
    Decision decide(Units units) {
        return decision;
    }
}
