/** Whether an effect differs between segments. Start at {@link io.touchstone.statistics.heterogeneity.HeterogeneityTest}. */
@NullMarked
package io.touchstone.statistics.heterogeneity;

import org.jspecify.annotations.NullMarked;
