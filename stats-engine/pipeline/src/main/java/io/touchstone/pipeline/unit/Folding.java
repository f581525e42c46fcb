package io.touchstone.pipeline.unit;

import io.touchstone.model.catalog.MetricRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes outcomes that are older than {@link Recent} keeps into day totals of the metrics they qualify for. No contribution changes
 * by it.
 *
 * <p>Why nothing can change later: an exposure that is not late is received at most 72 hours after it happened, so the first exposure can
 * never move to before an outcome received seven days ago. Whole event days are folded at once, because the rule for heavy units
 * looks at a day as a whole; all outcomes of a day that are not late are received within four days of its start.
 */
final class Folding {

    private Folding() {}

    static UnitState fold(UnitState state, CompiledCatalog catalog, int heavyLimit) {
        Recent recent = state.recent();
        long oldest = recent.maxReceived() - Recent.KEPT_MILLIS;
        if (recent.outcomes().stream().noneMatch(outcome -> outcome.received() < oldest)) {
            return state;
        }
        Set<Integer> open = new HashSet<>();
        for (OutcomeEntry outcome : recent.outcomes()) {
            if (outcome.received() >= oldest) {
                open.add(catalog.calendar().dayOf(outcome.time()));
            }
        }
        List<OutcomeEntry> kept = new ArrayList<>();
        List<OutcomeEntry> leaving = new ArrayList<>();
        for (OutcomeEntry outcome : recent.outcomes()) {
            (open.contains(catalog.calendar().dayOf(outcome.time())) ? kept : leaving).add(outcome);
        }
        if (leaving.isEmpty()) {
            return state;
        }
        List<OutcomeEntry> counted = UnitOutcomes.withoutHeavy(leaving, catalog.calendar(), heavyLimit);
        Head head = state.head().withFolded(totals(state.head(), counted, catalog, heavyLimit));
        return new UnitState(head, recent.withOutcomes(kept));
    }

    private static List<FoldedDay> totals(
            Head head, List<OutcomeEntry> leaving, CompiledCatalog catalog, int heavyLimit) {
        Recent onlyLeaving = Recent.EMPTY.withOutcomes(leaving);
        UnitOutcomes outcomes = UnitOutcomes.of(new UnitState(head, onlyLeaving), catalog.calendar(), heavyLimit);
        List<FoldedDay> folded = new ArrayList<>();
        for (UnitPhase unit : head.phases()) {
            CompiledPhase phase = catalog.phase(unit.experiment(), unit.phase());
            if (phase == null) {
                keep(head, unit, folded);
                continue;
            }
            for (CompiledMetric metric : phase.metrics()) {
                MetricRef ref = metric.definition().ref();
                DaySeries days = outcomes.of(unit, metric);
                for (int i = 0; i < days.size(); i++) {
                    folded.add(new FoldedDay(
                            unit.experiment(),
                            unit.phase(),
                            ref,
                            days.day(i),
                            days.count(i),
                            days.sum(i),
                            days.low(i)));
                }
            }
        }
        return folded;
    }

    private static void keep(Head head, UnitPhase unit, List<FoldedDay> folded) {
        for (FoldedDay day : head.folded()) {
            if (unit.is(day.experiment(), day.phase())) {
                folded.add(day);
            }
        }
    }
}
