package io.touchstone.client;

import org.jspecify.annotations.Nullable;

/**
 * Where an application may keep which variant a unit met, so that a unit stays in an experiment when its attributes leave the
 * audience. It never moves a unit to another variant and never carries one to the next phase: a variant that the unit's hash
 * does not give in the running phase counts for nothing. See {@code docs/formats/assignment.md}, section 6, for the traps.
 *
 * <p>Both methods are called by threads that decide, any number at a time: answer from memory, and write behind. An
 * exception counts as no answer and shows as {@link ClientStatus}'s last problem. Share one store among all processes that
 * serve the same units, or units get their variant in one and the default in the other.
 */
public interface StickyStore {
    /** The variant kept for the unit in that phase of the experiment, 1 or more; null if none is. */
    @Nullable
    String variant(String unitType, String unit, String experiment, int phase);

    /** The unit has met the variant. Called when its exposure is recorded: about once a unit, phase and day. */
    void keep(String unitType, String unit, String experiment, int phase, String variant);
}
