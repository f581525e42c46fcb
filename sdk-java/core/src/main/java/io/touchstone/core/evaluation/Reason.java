package io.touchstone.core.evaluation;

import java.util.Locale;

/** Why a decision is what it is. */
public enum Reason {
    /** An override for this unit; never analysed. */
    FORCED,
    /** The flag is off. */
    OFF,
    /** A prerequisite flag does not answer what it must. */
    PREREQUISITE,
    /** A holdout keeps the unit on the status quo. */
    HOLDOUT,
    /** An experiment chose the variant. */
    EXPERIMENT,
    /** A rollout answered. */
    ROLLOUT,
    /** No rule answered. */
    DEFAULT,
    /** The datafile has no such flag. */
    UNKNOWN_FLAG;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The word in events, answers and vectors. */
    public String wireName() {
        return wireName;
    }
}
