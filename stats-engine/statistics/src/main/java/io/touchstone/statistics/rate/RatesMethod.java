package io.touchstone.statistics.rate;

/** How a comparison of rates was made. */
public enum RatesMethod {
    /** The unpooled normal test. */
    UNPOOLED,
    /** The score test corrected for skewness, and the interval of the differences it does not reject. */
    SKEW_SCORE,
    /** Too few events for arms this uneven, or no standard error: the difference without a test. */
    NONE
}
