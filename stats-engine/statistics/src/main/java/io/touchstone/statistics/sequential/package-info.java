/**
 * Methods that may look more than once: group-sequential boundaries, the normal-mixture confidence sequence, the sequential
 * sample-ratio test and the kill rule; and the plans that say who may look.
 *
 * <p>Start with {@link io.touchstone.statistics.sequential.InferencePlan}. Not here: multiplicity over metrics.
 */
@NullMarked
package io.touchstone.statistics.sequential;

import org.jspecify.annotations.NullMarked;
