package io.touchstone.report.retention;

import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.report.answer.Absence;
import io.touchstone.report.answer.ReportScope;
import io.touchstone.report.count.MetricDays;
import io.touchstone.report.count.RetentionCells;
import io.touchstone.report.count.RetentionCells.Cohort;
import io.touchstone.report.retention.Retention.Point;
import io.touchstone.report.retention.Retention.VariantCurve;
import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.WilsonInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** From the cells of a retention curve to the answer: a pure function. */
public final class RetentionAssembler {

    private RetentionAssembler() {}

    /** The retention of a scope's phase; {@code used} is one of its retention metrics. */
    public static Retention assemble(ReportScope scope, PhaseMetric used, RetentionCells cells) {
        MetricDefinition metric = scope.definition(used);
        DayRange range = Objects.requireNonNull(metric.days(), "days");
        MetricDays days = scope.cut().days(metric);
        Alpha alpha = new Alpha(scope.phase().plan().alpha());
        int lastDay = range.curve().to();
        int lastWhole = (int) scope.cut().lastWhole().toEpochDay();
        List<VariantCurve> variants = scope.phase().variants().stream()
                .map(variant -> {
                    boolean control = variant.key().equals(scope.phase().control());
                    List<Cohort> cohorts = cells.cohorts(variant.key(), days, lastWhole, lastDay);
                    return new VariantCurve(
                            variant.key(), control, curve(variant.key(), cohorts, lastDay, alpha), cohorts);
                })
                .toList();
        return new Retention(scope, used, variants);
    }

    private static List<Point> curve(String variant, List<Cohort> cohorts, int lastDay, Alpha alpha) {
        List<Point> curve = new ArrayList<>();
        for (int day = 0; day <= lastDay; day++) {
            curve.add(point(variant, cohorts, day, alpha));
        }
        return curve;
    }

    private static Point point(String variant, List<Cohort> cohorts, int day, Alpha alpha) {
        int mature = 0;
        long units = 0;
        long retained = 0;
        long waiting = 0;
        for (Cohort cohort : cohorts) {
            if (day < cohort.retained().size()) {
                mature++;
                units += cohort.units();
                retained += cohort.retained().get(day);
            } else {
                waiting += cohort.units();
            }
        }
        if (units < 0 || retained < 0 || retained > units) {
            Absence why = Absence.beingCounted(variant);
            return new Point(day, mature, waiting, Optional.empty(), Optional.empty(), Optional.of(why));
        }
        Proportion proportion = new Proportion(retained, units);
        Optional<Interval> interval = WilsonInterval.of(proportion, alpha).found();
        Optional<Absence> why = units > 0 ? Optional.empty() : Optional.of(missing(variant, day, waiting));
        return new Point(day, mature, waiting, Optional.of(proportion), interval, why);
    }

    private static Absence missing(String variant, int day, long waiting) {
        return waiting > 0
                ? new Absence(
                        Absence.NOT_MATURED,
                        "Day " + day + " has not passed for any of the " + waiting + " units of " + variant + ".")
                : new Absence(Reason.EMPTY_ARM.code(), "No unit of " + variant + " has been counted.");
    }
}
