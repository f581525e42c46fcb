package io.touchstone.pipeline.unit;

import io.touchstone.model.catalog.MetricRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The outcomes of a unit that may count, and their days: what is left of {@link Recent} after the rule for heavy units, and what
 * was folded.
 */
final class UnitOutcomes {

    private final EventCalendar calendar;
    private final List<OutcomeEntry> counted;
    private final int[] days;
    private final List<FoldedDay> folded;

    private UnitOutcomes(EventCalendar calendar, List<OutcomeEntry> counted, int[] days, List<FoldedDay> folded) {
        this.calendar = calendar;
        this.counted = counted;
        this.days = days;
        this.folded = folded;
    }

    static UnitOutcomes of(UnitState state, EventCalendar calendar, int heavyLimit) {
        List<OutcomeEntry> counted = withoutHeavy(state.recent().outcomes(), calendar, heavyLimit);
        int[] days = new int[counted.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = calendar.dayOf(counted.get(i).time());
        }
        return new UnitOutcomes(calendar, counted, days, state.head().folded());
    }

    /** Of more than {@code limit} outcomes on one event day, those with the smallest id hashes. */
    static List<OutcomeEntry> withoutHeavy(List<OutcomeEntry> outcomes, EventCalendar calendar, int limit) {
        if (outcomes.size() <= limit) {
            return outcomes;
        }
        Map<Integer, List<OutcomeEntry>> byDay = new HashMap<>();
        for (OutcomeEntry outcome : outcomes) {
            byDay.computeIfAbsent(calendar.dayOf(outcome.time()), day -> new ArrayList<>())
                    .add(outcome);
        }
        Set<OutcomeEntry> dropped = new HashSet<>();
        for (List<OutcomeEntry> day : byDay.values()) {
            if (day.size() > limit) {
                day.sort(Comparator.comparingLong(outcome -> outcome.idHash() + Long.MIN_VALUE));
                dropped.addAll(day.subList(limit, day.size()));
            }
        }
        return dropped.isEmpty()
                ? outcomes
                : outcomes.stream()
                        .filter(outcome -> !dropped.contains(outcome))
                        .toList();
    }

    EventCalendar calendar() {
        return calendar;
    }

    /** The qualifying outcomes of one metric, by event day; of retention those of its whole curve. */
    DaySeries of(UnitPhase unit, CompiledMetric metric) {
        DaySeries series = new DaySeries();
        MetricRef ref = metric.definition().ref();
        for (FoldedDay day : folded) {
            if (day.metric().equals(ref) && unit.is(day.experiment(), day.phase())) {
                series.add(day.day(), day.count(), day.sum(), day.sumLow());
            }
        }
        long exposed = unit.first().time();
        Qualification rule = new Qualification(metric, exposed, calendar.dayOf(exposed));
        for (int i = 0; i < days.length; i++) {
            OutcomeEntry outcome = counted.get(i);
            if (rule.qualifies(outcome, days[i])) {
                series.add(days[i], 1, outcome.value(), 0);
            }
        }
        return series;
    }
}
