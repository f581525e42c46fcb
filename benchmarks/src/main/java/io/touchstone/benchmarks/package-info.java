/**
 * Measures what docs and release notes claim, and prints {@code figure NAME value unit} lines.
 *
 * <p>Not here: tests of correctness, which live beside the code.
 */
@NullMarked
package io.touchstone.benchmarks;

import org.jspecify.annotations.NullMarked;
