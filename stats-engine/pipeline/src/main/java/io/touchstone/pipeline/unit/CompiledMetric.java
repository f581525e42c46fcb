package io.touchstone.pipeline.unit;

import io.touchstone.model.catalog.MetricDefinition;

/**
 * A metric of a phase, ready to count.
 *
 * @param definition the metric
 * @param signal id of its (event, filter) pair
 */
record CompiledMetric(MetricDefinition definition, long signal) {}
