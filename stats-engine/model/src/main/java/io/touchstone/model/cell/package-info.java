/**
 * Cells: the sums everything is computed from, their keys and their bytes. What a cell means stands in
 * {@code docs/formats/cells.md}; start with {@link io.touchstone.model.cell.CellSums}.
 */
@NullMarked
package io.touchstone.model.cell;

import org.jspecify.annotations.NullMarked;
