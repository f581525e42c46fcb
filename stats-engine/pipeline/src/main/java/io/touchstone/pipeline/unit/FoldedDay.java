package io.touchstone.pipeline.unit;

import io.touchstone.model.catalog.MetricRef;

/**
 * Qualifying outcomes of one event day that were dropped from {@link Recent} after seven days.
 *
 * @param experiment experiment key
 * @param phase number of the phase
 * @param metric which metric they qualified for
 * @param day event day
 * @param count their number
 * @param sum the sum of their values, high part
 * @param sumLow what {@code sum} leaves of the exact sum
 */
record FoldedDay(String experiment, int phase, MetricRef metric, int day, long count, double sum, double sumLow) {}
