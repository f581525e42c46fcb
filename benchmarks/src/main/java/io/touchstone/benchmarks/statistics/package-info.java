/**
 * How long a scorecard takes once its sufficient statistics are there. Start with
 * {@link io.touchstone.benchmarks.statistics.StatisticsRun}.
 */
@NullMarked
package io.touchstone.benchmarks.statistics;

import org.jspecify.annotations.NullMarked;
