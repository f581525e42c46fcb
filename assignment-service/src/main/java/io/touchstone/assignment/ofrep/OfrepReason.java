package io.touchstone.assignment.ofrep;

import io.touchstone.core.evaluation.Decision;
import io.touchstone.core.evaluation.Reason;

/** The reasons of OFREP 0.3.0. Coarser than ours, which stands in the metadata beside it. */
enum OfrepReason {
    /** Everyone gets this. */
    STATIC,
    /** An audience or an override matched. */
    TARGETING_MATCH,
    /** A hash decided. */
    SPLIT,
    /** The flag is off. */
    DISABLED,
    /** The default, because nothing else answered. */
    UNKNOWN;

    /**
     * @param decision of a flag that exists
     * @param answersEveryoneAlike whether the flag has nothing that could tell units apart
     */
    static OfrepReason of(Decision decision, boolean answersEveryoneAlike) {
        Reason reason = decision.reason();
        return switch (reason) {
            case EXPERIMENT, HOLDOUT -> SPLIT;
            case FORCED -> TARGETING_MATCH;
            case ROLLOUT -> answersEveryoneAlike ? STATIC : TARGETING_MATCH;
            case OFF -> DISABLED;
            case DEFAULT -> answersEveryoneAlike ? STATIC : UNKNOWN;
            case PREREQUISITE, UNKNOWN_FLAG -> UNKNOWN;
        };
    }
}
