package io.touchstone.pipeline.unit;

/**
 * Which cell of a phase, apart from where the unit is placed.
 *
 * @param metric metric key
 * @param version metric version
 * @param bin 0 for metrics with one value
 * @param eventDay calendar day
 * @param folded whether the cell is kept by fold too
 */
record CellAt(String metric, int version, int bin, int eventDay, boolean folded) {}
