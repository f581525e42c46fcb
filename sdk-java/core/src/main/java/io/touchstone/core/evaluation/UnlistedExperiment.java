package io.touchstone.core.evaluation;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;

/** The rule of an experiment that is not running: it never answers. */
final class UnlistedExperiment extends CompiledRule {
    UnlistedExperiment(String key) {
        super(key, Units.USER, null);
    }

    @Override
    boolean isExperiment() {
        return true;
    }

    @Override
    PassReason gate(Units units, Attributes attributes, long epochMillis) {
        return PassReason.NOT_LISTED;
    }

    @Override
    Decision decide(Units units) {
        throw new AssertionError(key()); // its gate is never open
    }
}
