/** Two differences read together: incremental return, net profit, and the effect on those whom the tactic reached. */
@NullMarked
package io.touchstone.statistics.economics;

import org.jspecify.annotations.NullMarked;
