/** Rates whose normal approximation is watched. */
@NullMarked
package io.touchstone.statistics.rate;

import org.jspecify.annotations.NullMarked;
