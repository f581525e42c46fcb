package io.touchstone.model.cell;

/**
 * A change to one cell.
 *
 * @param row the row the cell stands in
 * @param cohortDay calendar day of the unit's first exposure, as days since 1970-01-01
 * @param change what to add
 */
public record CellDelta(RowKey row, int cohortDay, CellSums change) {}
