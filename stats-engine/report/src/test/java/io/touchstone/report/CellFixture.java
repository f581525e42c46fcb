package io.touchstone.report;

import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.PackedRow;
import io.touchstone.model.cell.SystemMetric;
import io.touchstone.report.count.CountedRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cells of units as {@code docs/formats/cells.md}, rule 6, has them: increments by event day. */
public final class CellFixture {

    private record Place(MetricRef metric, boolean amount, String variant, int eventDay) {}

    private final Map<Place, TreeMap<Integer, CellSums>> cells = new HashMap<>();

    /** {@code n} units without any event yet. */
    public CellFixture units(MetricRef metric, boolean amount, String variant, LocalDate cohort, long n) {
        cell(metric, amount, variant, cohort, cohort).addUnits(n);
        return this;
    }

    /** The value of a unit of {@link #units} changes from {@code before} to {@code after} on a day. */
    public CellFixture change(
            MetricRef metric,
            boolean amount,
            String variant,
            LocalDate cohort,
            LocalDate day,
            double before,
            double after) {
        CellSums cell = cell(metric, amount, variant, cohort, day);
        cell.addVector(-1, before, before, new double[0]);
        cell.addVector(1, after, after, new double[0]);
        return this;
    }

    /** {@code n} units that convert on a day. */
    public CellFixture conversions(MetricRef metric, String variant, LocalDate cohort, LocalDate day, int n) {
        for (int i = 0; i < n; i++) {
            change(metric, false, variant, cohort, day, 0, 1);
        }
        return this;
    }

    /** Rows of a retention curve: {@code n} units, of which on day 0, 1, … some were there. */
    public CellFixture curve(MetricRef metric, String variant, LocalDate cohort, long n, int... present) {
        units(metric, false, variant, cohort, n);
        for (int day = 0; day < present.length; day++) {
            conversions(metric, variant, cohort, cohort.plusDays(day), present[day]);
        }
        return this;
    }

    /** {@code n} exposed units, for the sample ratio. */
    public CellFixture exposed(String variant, LocalDate cohort, long n) {
        return units(system(SystemMetric.UNITS), false, variant, cohort, n);
    }

    /** A unit's crossover, on a day. */
    public CellFixture crossover(String variant, LocalDate cohort, LocalDate day) {
        return change(system(SystemMetric.CROSSOVER), false, variant, cohort, day, 0, 1);
    }

    /** A counter that belongs to no unit. */
    public CellFixture counter(SystemMetric metric, String variant, LocalDate day, double count) {
        cell(system(metric), true, variant, day, day).addToSum(count);
        return this;
    }

    public List<CountedRow> rows() {
        List<CountedRow> rows = new ArrayList<>();
        cells.forEach((place, byCohort) ->
                rows.add(new CountedRow(place.metric(), place.variant(), place.eventDay(), new PackedRow(byCohort))));
        return rows;
    }

    private static MetricRef system(SystemMetric metric) {
        return new MetricRef(metric.key(), SystemMetric.VERSION);
    }

    private CellSums cell(MetricRef metric, boolean amount, String variant, LocalDate cohort, LocalDate day) {
        return cells.computeIfAbsent(
                        new Place(metric, amount, variant, (int) day.toEpochDay()), place -> new TreeMap<>())
                .computeIfAbsent((int) cohort.toEpochDay(), c -> new CellSums(1, amount));
    }
}
