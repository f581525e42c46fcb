package io.touchstone.statistics.lift;

/** Which interval of a relative change decides. Chosen when the plan is fixed, never from the data. */
public enum LiftScale {
    /** {@link io.touchstone.statistics.FiellerInterval}. */
    FIELLER,
    /** {@link LogLift}: keeps its coverage where few units convert. */
    LOG;

    /** Planned control conversions from which on Fieller is used. */
    public static final double FEW_CONVERSIONS = 100;

    /**
     * The rule for a proportion.
     *
     * @param plannedControlConversions planned control units × planned rate, 0 or more
     */
    public static LiftScale planned(double plannedControlConversions) {
        if (!(plannedControlConversions >= 0)) {
            throw new IllegalArgumentException(
                    "plannedControlConversions: " + plannedControlConversions + " (expected: 0 or more)");
        }
        return plannedControlConversions < FEW_CONVERSIONS ? LOG : FIELLER;
    }
}
