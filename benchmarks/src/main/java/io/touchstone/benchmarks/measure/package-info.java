/**
 * What calls in a JMH benchmark take: CPU of their own thread, and bytes. Start with
 * {@link io.touchstone.benchmarks.measure.JmhRun}.
 */
@NullMarked
package io.touchstone.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
