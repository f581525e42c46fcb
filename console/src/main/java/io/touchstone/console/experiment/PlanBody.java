package io.touchstone.console.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What is fixed before the start.
 *
 * @param alpha two-sided error rate, above 0, at most 0.5; absent: 0.05
 * @param power from 0.5, below 1; absent: 0.8
 */
public record PlanBody(@Nullable Double alpha, @Nullable Double power) {}
