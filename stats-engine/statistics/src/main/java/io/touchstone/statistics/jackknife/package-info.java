/** Standard errors of any function of sufficient statistics, by leaving out one fold at a time. */
@NullMarked
package io.touchstone.statistics.jackknife;

import org.jspecify.annotations.NullMarked;
