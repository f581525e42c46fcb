/**
 * What a run prints: a table with the targets beside the measured values, then lines {@code figure NAME value unit}. Start with
 * {@link io.touchstone.benchmarks.figure.Report}.
 */
@NullMarked
package io.touchstone.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
