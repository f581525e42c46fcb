package io.touchstone.pipeline.unit;

import io.touchstone.model.cell.CellDelta;
import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns {@code contribution(after) − contribution(before)} of one unit into changes of cells. */
final class Deltas {

    private final int environment;
    private final int fold;
    private final List<CellDelta> changes = new ArrayList<>();

    Deltas(int environment, int fold) {
        this.environment = environment;
        this.fold = fold;
    }

    List<CellDelta> changes() {
        return changes;
    }

    /** Adds the difference of two contributions to one phase; absent: the unit adds nothing. */
    void change(CompiledPhase phase, @Nullable UnitCells before, @Nullable UnitCells after) {
        if (before != null && after != null && before.placement().equals(after.placement())) {
            changeInPlace(phase, before, after);
            return;
        }
        if (before != null) {
            before.cells().forEach((at, sums) -> emit(phase, before.placement(), at, negated(sums)));
        }
        if (after != null) {
            after.cells().forEach((at, sums) -> emit(phase, after.placement(), at, sums));
        }
    }

    private void changeInPlace(CompiledPhase phase, UnitCells before, UnitCells after) {
        Placement placement = after.placement();
        after.cells().forEach((at, sums) -> {
            CellSums old = before.cells().get(at);
            if (old == null) {
                emit(phase, placement, at, sums);
            } else if (!old.equals(sums)) {
                CellSums difference = sums.copy();
                difference.subtract(old);
                emit(phase, placement, at, difference);
            }
        });
        for (Map.Entry<CellAt, CellSums> old : before.cells().entrySet()) {
            if (!after.cells().containsKey(old.getKey())) {
                emit(phase, placement, old.getKey(), negated(old.getValue()));
            }
        }
    }

    private static CellSums negated(CellSums sums) {
        CellSums negative = new CellSums(sums.components(), sums.amount());
        negative.subtract(sums);
        return negative;
    }

    private void emit(CompiledPhase phase, Placement placement, CellAt at, CellSums change) {
        boolean inAll = placement.slices().get(0).equals(RowKey.ALL);
        if (at.spread() != Spread.ALL_UNITS) {
            for (String slice : placement.slices()) {
                emit(phase, placement.variant(), placement.cohortDay(), slice, RowKey.NO_FOLD, at, change);
            }
        } else if (inAll) {
            emit(phase, placement.variant(), placement.cohortDay(), RowKey.ALL, RowKey.NO_FOLD, at, change);
        }
        if (at.spread() == Spread.SLICES_AND_FOLDS && inAll) {
            emit(phase, placement.variant(), placement.cohortDay(), RowKey.ALL, fold, at, change);
        }
    }

    void emit(
            CompiledPhase phase, String variant, int cohortDay, String slice, int inFold, CellAt at, CellSums change) {
        RowKey row = new RowKey(
                environment,
                phase.facts().generation(),
                phase.experiment().key(),
                phase.facts().number(),
                at.metric(),
                at.version(),
                variant,
                slice,
                inFold,
                at.bin(),
                at.eventDay());
        changes.add(new CellDelta(row, cohortDay, change));
    }
}
