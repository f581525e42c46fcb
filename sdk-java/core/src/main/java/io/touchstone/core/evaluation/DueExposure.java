package io.touchstone.core.evaluation;

/**
 * An exposure to record when the decision is used.
 *
 * @param experiment key of the experiment, or of the holdout
 * @param phase 1 or more; always 1 for a holdout
 * @param variant what the unit met; {@code status-quo} or {@code all-shipped} for a holdout
 * @param unitType the unit type of the experiment or holdout
 */
public record DueExposure(String experiment, int phase, String variant, String unitType) {
    /** The variant of a holdout whose units see defaults only. */
    public static final String STATUS_QUO = "status-quo";
    /** The variant of a holdout whose units see rollouts but no experiments. */
    public static final String ALL_SHIPPED = "all-shipped";
}
