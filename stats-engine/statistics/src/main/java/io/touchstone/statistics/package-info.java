/**
 * Estimates, intervals, tests and decisions from sufficient statistics.
 *
 * <p>Not here: where the numbers come from. Plain Java and commons-math3; an impossible computation is a typed result
 * and not an exception or a made-up number.
 */
@NullMarked
package io.touchstone.statistics;

import org.jspecify.annotations.NullMarked;
