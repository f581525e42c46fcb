/** Time to an event from day counts: Kaplan-Meier, Greenwood, log-rank, restricted mean. Start at {@link io.touchstone.statistics.survival.LifeTable}. */
@NullMarked
package io.touchstone.statistics.survival;

import org.jspecify.annotations.NullMarked;
