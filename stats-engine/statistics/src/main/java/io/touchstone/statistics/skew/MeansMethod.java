package io.touchstone.statistics.skew;

/** How a guarded comparison of means was made. */
public enum MeansMethod {
    /** Welch's test as it is. */
    WELCH,
    /** {@link SkewCorrectedTest}. */
    SKEW_CORRECTED,
    /** Too skewed, or no κ: the difference without a test. */
    NONE
}
