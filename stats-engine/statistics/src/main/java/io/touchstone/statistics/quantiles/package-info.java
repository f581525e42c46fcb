/** Differences of quantiles from ordered values or from bins. Start at {@link io.touchstone.statistics.quantiles.QuantileTest}. */
@NullMarked
package io.touchstone.statistics.quantiles;

import org.jspecify.annotations.NullMarked;
