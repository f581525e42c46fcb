package io.touchstone.pipeline.unit;

import io.touchstone.model.cell.RowKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a unit's numbers go in one phase.
 *
 * @param variant the variant of its first exposure
 * @param cohortDay calendar day of its first exposure
 * @param slices the slices it is in; {@code all} first, or {@code earlier} alone
 * @param frozen slice values and covariates
 */
record Placement(String variant, int cohortDay, List<String> slices, Frozen frozen) {

    static Placement of(Head head, UnitPhase unit, EventCalendar calendar) {
        Seen first = unit.first();
        List<String> slices = new ArrayList<>();
        if (head.isEarlier(unit)) {
            slices.add(RowKey.EARLIER);
        } else {
            slices.add(RowKey.ALL);
            slices.addAll(unit.frozen().slices());
        }
        return new Placement(first.variant(), calendar.dayOf(first.time()), List.copyOf(slices), unit.frozen());
    }
}
