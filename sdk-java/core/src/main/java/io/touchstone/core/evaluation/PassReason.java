package io.touchstone.core.evaluation;

import java.util.Locale;

/** Why a rule did not answer. In the order in which a rule checks. */
public enum PassReason {
    /** A holdout lets the unit see rollouts only (experiment rules). */
    HELD_OUT,
    /** The datafile does not list the experiment: it is a draft, stopped or archived. */
    NOT_LISTED,
    /** The experiment is paused and does not keep serving. */
    PAUSED,
    /** Before the experiment's first instant. */
    NOT_STARTED,
    /** At or after the experiment's end. */
    ENDED,
    /** No identity of the rule's unit type was given. */
    UNIT_MISSING,
    /** The audience does not match. */
    AUDIENCE,
    /** The unit's slot in the layer is not one of the experiment's. */
    SLOTS,
    /** The unit's bucket is outside the share (rollouts). */
    SHARE;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The word in trails and vectors. */
    public String wireName() {
        return wireName;
    }
}
