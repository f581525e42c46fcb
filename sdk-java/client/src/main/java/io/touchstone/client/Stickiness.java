package io.touchstone.client;

import io.touchstone.core.evaluation.DueExposure;
import io.touchstone.core.evaluation.KeptVariants;
import org.jspecify.annotations.Nullable;

/** The application's store as the evaluator asks it: what it throws is told and forgotten. */
final class Stickiness implements KeptVariants {
    private final StickyStore store;
    private final Problems problems;

    private Stickiness(StickyStore store, Problems problems) {
        this.store = store;
        this.problems = problems;
    }

    /** Null without a store. */
    static @Nullable Stickiness of(@Nullable StickyStore store, Problems problems) {
        return store == null ? null : new Stickiness(store, problems);
    }

    @Override
    public @Nullable String variant(String experiment, int phase, String unitType, String unit) {
        try {
            return store.variant(unitType, unit, experiment, phase);
        } catch (RuntimeException e) {
            problems.report("sticky store: " + e + " (expected: no exception)");
            return null;
        }
    }

    void keep(DueExposure exposure, String unit) {
        try {
            store.keep(exposure.unitType(), unit, exposure.experiment(), exposure.phase(), exposure.variant());
        } catch (RuntimeException e) {
            problems.report("sticky store: " + e + " (expected: no exception)");
        }
    }
}
