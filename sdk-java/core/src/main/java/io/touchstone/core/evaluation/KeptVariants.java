package io.touchstone.core.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * What a sticky store of the caller remembers: the variant that a unit met before. It can only keep a unit in: where the
 * audience or the slots of an experiment no longer take the unit, and the variant kept for this phase is the one that the
 * unit's hash gives, the experiment answers all the same. It never moves a unit to another variant. Asked during an
 * evaluation, so it answers from memory and without side effects.
 */
@FunctionalInterface
public interface KeptVariants {
    /**
     * The variant kept; null if none is.
     *
     * @param experiment key of the experiment
     * @param phase 1 or more
     * @param unitType the experiment's unit type
     * @param unit the unit's id
     */
    @Nullable
    String variant(String experiment, int phase, String unitType, String unit);
}
