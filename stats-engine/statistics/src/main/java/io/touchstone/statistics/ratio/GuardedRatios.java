package io.touchstone.statistics.ratio;

import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.PairEstimate;
import java.util.OptionalDouble;

/**
 * The outcome of a {@link GuardedRatiosTest}.
 *
 * @param comparison the difference, and its test or why there is none
 * @param pair both ratios with the variances of the test, for the relative lift
 * @param kappa skewness of the test before its correction, on the scale of {@link io.touchstone.statistics.SkewGuard}; absent where it cannot be computed
 */
public record GuardedRatios(Comparison comparison, PairEstimate pair, OptionalDouble kappa) {}
