/**
 * How long a decision takes in process, against the arithmetic written by hand. Start with
 * {@link io.touchstone.benchmarks.evaluate.EvaluateRun}.
 */
@NullMarked
package io.touchstone.benchmarks.evaluate;

import org.jspecify.annotations.NullMarked;
