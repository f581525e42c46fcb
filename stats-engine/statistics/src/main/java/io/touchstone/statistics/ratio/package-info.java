/** Ratios: of two sums over the units of an arm, and the mean of each unit's own ratio. */
@NullMarked
package io.touchstone.statistics.ratio;

import org.jspecify.annotations.NullMarked;
