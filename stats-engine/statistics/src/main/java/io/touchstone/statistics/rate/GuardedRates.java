package io.touchstone.statistics.rate;

import io.touchstone.statistics.Comparison;
import java.util.OptionalDouble;

/**
 * The outcome of a {@link GuardedRatesTest}.
 *
 * @param comparison the difference, and its test or why there is none
 * @param method that gave the test
 * @param kappa skewness of the standardised difference; absent where there is no standard error
 */
public record GuardedRates(Comparison comparison, RatesMethod method, OptionalDouble kappa) {}
