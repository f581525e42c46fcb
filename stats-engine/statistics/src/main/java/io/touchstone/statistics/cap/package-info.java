/** Capped (winsorised) values: what a cap is, how a percentile becomes one, and the means of what it leaves. */
@NullMarked
package io.touchstone.statistics.cap;

import org.jspecify.annotations.NullMarked;
