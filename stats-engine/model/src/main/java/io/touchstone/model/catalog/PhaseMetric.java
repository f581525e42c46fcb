package io.touchstone.model.catalog;

/**
 * A metric as a phase uses it.
 *
 * @param metric which, at which version
 * @param role what for
 * @param means how means are tested
 */
public record PhaseMetric(MetricRef metric, MetricRole role, MeansMethod means) {}
