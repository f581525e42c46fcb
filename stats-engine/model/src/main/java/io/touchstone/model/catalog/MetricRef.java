package io.touchstone.model.catalog;

/**
 * A metric at one version.
 *
 * @param key metric key
 * @param version from 1
 */
public record MetricRef(String key, int version) {}
