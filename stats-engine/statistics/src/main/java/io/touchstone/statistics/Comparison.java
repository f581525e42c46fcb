package io.touchstone.statistics;

/**
 * Treatment against control on the metric's own scale.
 *
 * @param difference treatment minus control; there whenever both arms have units
 * @param test what the data say about it, or why nothing can be said
 */
public record Comparison(double difference, Result<DifferenceTest> test) {}
