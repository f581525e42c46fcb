package io.touchstone.pipeline.unit;

import io.touchstone.model.cell.CellDelta;
import java.util.List;

/**
 * What one event did.
 *
 * @param verdict what became of it
 * @param state the unit afterwards; its parts are the same objects where nothing changed
 * @param deltas what to add to which cells
 */
public record Transition(Verdict verdict, UnitState state, List<CellDelta> deltas) {

    static Transition unchanged(Verdict verdict, UnitState state) {
        return new Transition(verdict, state, List.of());
    }
}
