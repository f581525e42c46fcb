package io.touchstone.statistics.history;

import io.touchstone.statistics.Interval;

/**
 * An estimate drawn towards 0 as far as history says.
 *
 * @param effect posterior mean, a fraction
 * @param standardError posterior standard deviation, above 0
 * @param kept share of the estimate that is left, 0 to 1
 * @param interval central, by the normal distribution
 */
public record ShrunkEffect(double effect, double standardError, double kept, Interval interval) {}
