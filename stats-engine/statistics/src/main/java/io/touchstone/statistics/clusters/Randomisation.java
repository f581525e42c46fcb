package io.touchstone.statistics.clusters;

/**
 * The outcome of a {@link RandomisationTest}.
 *
 * @param difference treatment minus control as it was
 * @param draws assignments drawn again
 * @param p share of assignments, the real one included, with a difference at least as far from 0; never below 1/(draws + 1)
 */
public record Randomisation(double difference, int draws, double p) {}
