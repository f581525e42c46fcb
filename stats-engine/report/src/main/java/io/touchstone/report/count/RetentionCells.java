package io.touchstone.report.count;

import io.touchstone.model.cell.CellSums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The cells of one retention curve, by cohort. Mutable and not thread-safe; one answer uses one. */
public final class RetentionCells {

    /**
     * Units first exposed on one day in one variant.
     *
     * @param day cohort day, as days since 1970-01-01
     * @param units their number
     * @param retained how many of them were there on day 0, 1, … after it, as far as those days have passed
     */
    public record Cohort(int day, long units, List<Long> retained) {

        /** Keeps a copy. */
        public Cohort {
            retained = List.copyOf(retained);
        }
    }

    private static final class Counted {
        private long units;
        private final Map<Integer, Long> byEventDay = new HashMap<>();
    }

    private final Map<String, NavigableMap<Integer, Counted>> variants = new HashMap<>();

    /** Takes one row in; all rows are of the curve of one metric. */
    public void add(CountedRow row) {
        NavigableMap<Integer, Counted> cohorts = variants.computeIfAbsent(row.variant(), key -> new TreeMap<>());
        row.row().cells().forEach((day, cell) -> {
            Counted counted = cohorts.computeIfAbsent(day, key -> new Counted());
            counted.units += cell.units();
            counted.byEventDay.merge(row.eventDay(), present(cell), Long::sum);
        });
    }

    private static long present(CellSums cell) {
        return Math.round(cell.sum(0).value());
    }

    /**
     * The cohorts of a variant that have a unit, in order.
     *
     * @param days which days are seen
     * @param lastWhole the last day that can be read, as days since 1970-01-01
     * @param lastDay the last day of the curve
     */
    public List<Cohort> cohorts(String variant, MetricDays days, int lastWhole, int lastDay) {
        List<Cohort> cohorts = new ArrayList<>();
        variants.getOrDefault(variant, new TreeMap<>())
                .headMap(days.lastCohort(), true)
                .forEach((cohortDay, counted) -> {
                    if (counted.units > 0) {
                        cohorts.add(cohort(cohortDay, counted, Math.min(lastDay, lastWhole - cohortDay)));
                    }
                });
        return cohorts;
    }

    private static Cohort cohort(int cohortDay, Counted counted, int lastDay) {
        List<Long> retained = new ArrayList<>();
        for (int day = 0; day <= lastDay; day++) {
            retained.add(counted.byEventDay.getOrDefault(cohortDay + day, 0L));
        }
        return new Cohort(cohortDay, counted.units, retained);
    }
}
