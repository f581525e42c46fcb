/**
 * The pure evaluator. Start with {@link io.touchstone.core.evaluation.CompiledDatafile}; the order of the steps is
 * specified in {@code docs/formats/assignment.md}. No clock, no I/O, no log, no lock.
 */
@NullMarked
package io.touchstone.core.evaluation;

import org.jspecify.annotations.NullMarked;
