package io.touchstone.pipeline.unit;

/**
 * Which cell of a phase, apart from where the unit is placed.
 *
 * @param metric metric key
 * @param version metric version
 * @param bin which of the metric's numbers
 * @param eventDay calendar day
 * @param spread in which forms it is kept
 */
record CellAt(String metric, int version, int bin, int eventDay, Spread spread) {}
