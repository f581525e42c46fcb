package io.touchstone.report.count;

import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.cell.PackedRow;

/**
 * One stored row of cells of the slice of all units.
 *
 * @param metric metric and version; system metrics have version 1
 * @param variant variant key
 * @param eventDay calendar day in the environment's zone, as days since 1970-01-01
 * @param row the cells by cohort day
 */
public record CountedRow(MetricRef metric, String variant, int eventDay, PackedRow row) {}
