/** Relative changes by other ways than Fieller's: the delta method and the log scale, and the rule that chooses before the data. */
@NullMarked
package io.touchstone.statistics.lift;

import org.jspecify.annotations.NullMarked;
