/**
 * Remote evaluation over OFREP 0.3.0 and the exposures it records.
 *
 * <p>Not here: the decision itself, which is the evaluator's of {@code io.touchstone.core}. Start at
 * {@link io.touchstone.assignment.ofrep.OfrepHandler}.
 */
@NullMarked
package io.touchstone.assignment.ofrep;

import org.jspecify.annotations.NullMarked;
