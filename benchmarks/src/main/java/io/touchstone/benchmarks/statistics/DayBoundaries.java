package io.touchstone.benchmarks.statistics;

import io.touchstone.statistics.sequential.Boundaries;
import io.touchstone.statistics.sequential.Boundary;
import io.touchstone.statistics.sequential.Look;
import io.touchstone.statistics.sequential.LookSchedule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a scorecard has its boundaries of 28 looks from. */
interface DayBoundaries {

    List<Boundary> boundaries(ScorecardMetric metric, int treatment);

    /** Each schedule is computed once in a scorecard, from its first look on. */
    static DayBoundaries cold() {
        Map<LookSchedule, List<Boundary>> known = new HashMap<>();
        return (metric, treatment) ->
                known.computeIfAbsent(metric.schedules().get(treatment), Scorecard.DESIGN::boundaries);
    }

    /** Every line computes its own, as if no two had the same looks. */
    static DayBoundaries apart() {
        return (metric, treatment) ->
                Scorecard.DESIGN.boundaries(metric.schedules().get(treatment));
    }

    /** Yesterday's boundaries are at hand: this look and the planned ones are computed, once a schedule. */
    static DayBoundaries kept(Map<LookSchedule, Boundaries> yesterday) {
        Map<LookSchedule, List<Boundary>> known = new HashMap<>();
        return (metric, treatment) -> known.computeIfAbsent(metric.schedules().get(treatment), schedule -> {
            Boundaries boundaries = yesterday.getOrDefault(schedule, Scorecard.DESIGN.start());
            List<Look> looks = schedule.looks();
            for (Look look : looks.subList(boundaries.list().size(), looks.size())) {
                boundaries = boundaries.next(look);
            }
            return boundaries.list();
        });
    }

    /** What {@link #kept} starts from. */
    static Map<LookSchedule, Boundaries> yesterday(ScorecardInput input) {
        Map<LookSchedule, Boundaries> kept = new HashMap<>();
        for (ScorecardMetric metric : input.metrics()) {
            for (LookSchedule schedule : metric.schedules()) {
                Boundaries boundaries = Scorecard.DESIGN.start();
                for (Look look : schedule.looks().subList(0, ScorecardInput.TAKEN - 1)) {
                    boundaries = boundaries.next(look);
                }
                kept.put(schedule, boundaries);
            }
        }
        return kept;
    }
}
