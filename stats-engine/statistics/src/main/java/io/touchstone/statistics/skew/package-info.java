/** Means of skewed values: when Welch's test holds, how it is corrected, and when there is no answer. */
@NullMarked
package io.touchstone.statistics.skew;

import org.jspecify.annotations.NullMarked;
