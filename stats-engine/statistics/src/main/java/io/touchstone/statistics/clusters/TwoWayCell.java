package io.touchstone.statistics.clusters;

/**
 * The units of one arm that share both groups.
 *
 * @param first group of the first kind, any number
 * @param second group of the second kind
 * @param treated the arm
 * @param units and their sum
 */
public record TwoWayCell(long first, long second, boolean treated, Cluster units) {}
