package io.touchstone.console.experiment;

import org.jspecify.annotations.Nullable;

/**
 * A metric as an experiment uses it.
 *
 * @param key of a metric of the project
 * @param version absent: the latest at the start
 * @param role {@code success | guardrail | secondary}; absent: the first metric is {@code success}, others {@code secondary}
 * @param means {@code guarded | welch}; absent: {@code guarded}
 */
public record MetricUse(
        @Nullable String key,
        @Nullable Integer version,
        @Nullable String role,
        @Nullable String means) {}
