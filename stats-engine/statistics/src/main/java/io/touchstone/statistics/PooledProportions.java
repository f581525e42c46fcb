package io.touchstone.statistics;

/**
 * The outcome of a {@link PooledProportionTest}.
 *
 * @param difference treatment minus control, a fraction
 * @param standardError under no difference, above 0
 * @param z difference divided by {@code standardError}
 * @param p two-sided, above 0 and at most 1
 */
public record PooledProportions(double difference, double standardError, double z, double p) {}
