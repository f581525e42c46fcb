package io.touchstone.client;

import io.touchstone.core.evaluation.Reason;

/** Why a decision is what it is. */
public enum DecisionReason {
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
    /** No rule answered: the flag's default. */
    DEFAULT,
    /** The datafile has no such flag: the caller's default. */
    UNKNOWN_FLAG,
    /** No datafile has come yet: the caller's default. */
    NOT_READY,
    /** The client was closed: the caller's default. */
    CLOSED,
    /** The call itself is wrong, such as an empty user id: the caller's default. */
    INVALID_CALL;

    static DecisionReason of(Reason reason) {
        return switch (reason) {
            case FORCED -> FORCED;
            case OFF -> OFF;
            case PREREQUISITE -> PREREQUISITE;
            case HOLDOUT -> HOLDOUT;
            case EXPERIMENT -> EXPERIMENT;
            case ROLLOUT -> ROLLOUT;
            case DEFAULT -> DEFAULT;
            case UNKNOWN_FLAG -> UNKNOWN_FLAG;
        };
    }
}
