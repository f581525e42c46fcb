package io.touchstone.report.series;

import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.report.answer.ReportAssembler;
import io.touchstone.report.answer.ReportScope;
import io.touchstone.report.count.ArmCount;
import io.touchstone.report.count.Counts;
import io.touchstone.report.count.MetricCells;
import io.touchstone.report.count.MetricDays;
import io.touchstone.report.series.Series.CourseDay;
import io.touchstone.report.series.Series.EntryDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** From the cells of one metric to its series: a pure function. */
public final class SeriesAssembler {

    /** Most days of either series, the newest: as long as events are kept. */
    public static final int MOST_DAYS = 400;

    private final ReportScope scope;
    private final PhaseMetric used;
    private final MetricDefinition metric;
    private final MetricCells cells;

    private SeriesAssembler(ReportScope scope, PhaseMetric used, MetricCells cells) {
        this.scope = scope;
        this.used = used;
        this.metric = scope.definition(used);
        this.cells = cells;
    }

    /** The series of a metric of the scope's phase, from its first cohort day to the scope's day. */
    public static Series assemble(ReportScope scope, PhaseMetric used, MetricCells cells) {
        SeriesAssembler assembler = new SeriesAssembler(scope, used, cells);
        OptionalInt first = cells.firstCohort(assembler.days(scope.asOf()));
        if (first.isEmpty()) {
            return new Series(scope, used, List.of(), List.of());
        }
        LocalDate firstDay = LocalDate.ofEpochDay(first.getAsInt());
        return new Series(scope, used, assembler.entry(firstDay), assembler.course(firstDay));
    }

    private MetricDays days(LocalDate day) {
        return scope.cut(day).days(metric);
    }

    private List<EntryDay> entry(LocalDate first) {
        MetricDays seen = days(scope.asOf());
        Map<Integer, Map<String, ArmCount>> cohorts = cells.cohorts(seen);
        return newest(first, LocalDate.ofEpochDay(seen.lastCohort())).stream()
                .map(day -> {
                    int cohort = (int) day.toEpochDay();
                    Counts counts = Counts.of(metric.ref(), cohorts.getOrDefault(cohort, Map.of()));
                    return new EntryDay(day, seen.isWaiting(cohort), ReportAssembler.values(scope, used, counts));
                })
                .toList();
    }

    private List<CourseDay> course(LocalDate first) {
        List<LocalDate> days =
                new ArrayList<>(first.datesUntil(scope.asOf().plusDays(1)).toList());
        while (days.size() > 1 && days(days.getLast()).analysesAs(days(days.get(days.size() - 2)))) {
            days.removeLast();
        }
        List<LocalDate> shown = newest(first, days.getLast());
        List<Map<String, ArmCount>> counts =
                cells.course(shown.stream().map(this::days).toList());
        List<CourseDay> course = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Counts asOf = Counts.of(metric.ref(), counts.get(i));
            course.add(new CourseDay(
                    shown.get(i), ReportAssembler.metric(scope, used, asOf).variants()));
        }
        return course;
    }

    private static List<LocalDate> newest(LocalDate first, LocalDate last) {
        LocalDate earliest = last.minusDays(MOST_DAYS - 1);
        return (first.isBefore(earliest) ? earliest : first)
                .datesUntil(last.plusDays(1))
                .toList();
    }
}
