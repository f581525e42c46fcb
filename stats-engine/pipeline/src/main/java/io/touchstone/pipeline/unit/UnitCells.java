package io.touchstone.pipeline.unit;

import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.RowKey;
import io.touchstone.model.cell.SystemMetric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What one unit adds to the cells of one phase: {@code contribution(unit, phase)} of the design.
 *
 * @param placement where it goes
 * @param cells what it adds, by cell; only the metrics asked for
 */
record UnitCells(Placement placement, Map<CellAt, CellSums> cells) {

    /** The contribution to the metrics that {@code wanted} accepts, and to the system metrics if {@code system}. */
    static UnitCells of(
            UnitState state,
            UnitPhase unit,
            CompiledPhase phase,
            UnitOutcomes outcomes,
            Predicate<CompiledMetric> wanted,
            boolean system) {
        Placement placement = Placement.of(state.head(), unit, outcomes.calendar());
        Map<CellAt, CellSums> cells = new LinkedHashMap<>();
        for (CompiledMetric metric : phase.metrics()) {
            if (wanted.test(metric)) {
                DaySeries days = outcomes.of(unit, metric);
                addMetric(cells, metric, phase, placement, days);
                addCurve(cells, metric, placement, days);
            }
        }
        if (system) {
            addSystemMetrics(cells, state.head(), unit, placement, outcomes.calendar());
        }
        return new UnitCells(placement, cells);
    }

    private static void addMetric(
            Map<CellAt, CellSums> cells,
            CompiledMetric metric,
            CompiledPhase phase,
            Placement placement,
            DaySeries qualifying) {
        MetricDefinition definition = metric.definition();
        DaySeries days = ofValue(definition, placement.cohortDay(), qualifying);
        double[] z = placement.frozen().covariateVector();
        double y = 0;
        double raw = 0;
        long count = 0;
        double sum = 0;
        double low = 0;
        int next = 0;
        CellSums entry = new CellSums(phase.components(), definition.kind().amount());
        entry.addUnits(1);
        while (next < days.size() && days.day(next) <= placement.cohortDay()) {
            count += days.count(next);
            sum += days.sum(next);
            low += days.low(next);
            next++;
        }
        raw = raw(definition, count, sum + low);
        y = capped(definition, raw);
        entry.addVector(1, y, raw, z);
        cells.put(at(definition, placement.cohortDay()), entry);
        for (; next < days.size(); next++) {
            count += days.count(next);
            sum += days.sum(next);
            low += days.low(next);
            double rawNow = raw(definition, count, sum + low);
            double now = capped(definition, rawNow);
            if (now == y && rawNow == raw) {
                continue;
            }
            CellSums step = new CellSums(phase.components(), definition.kind().amount());
            step.addVector(1, now, rawNow, z);
            step.addVector(-1, y, raw, z);
            cells.put(at(definition, days.day(next)), step);
            y = now;
            raw = rawNow;
        }
    }

    private static DaySeries ofValue(MetricDefinition definition, int cohortDay, DaySeries qualifying) {
        DayRange days = definition.days();
        return days == null ? qualifying : qualifying.between(cohortDay + days.from(), cohortDay + days.to());
    }

    /** Retention only: n on the cohort day, and 1 on every day on which the unit was there; not cumulative, no covariates. */
    private static void addCurve(
            Map<CellAt, CellSums> cells, CompiledMetric metric, Placement placement, DaySeries days) {
        MetricDefinition definition = metric.definition();
        if (definition.kind() != MetricKind.RETENTION) {
            return;
        }
        CellSums entry = new CellSums(1, false);
        entry.addUnits(1);
        cells.put(atCurve(definition, placement.cohortDay()), entry);
        for (int i = 0; i < days.size(); i++) {
            cells.computeIfAbsent(atCurve(definition, days.day(i)), at -> new CellSums(1, false))
                    .addVector(1, 1, 1, NO_COVARIATES);
        }
    }

    private static CellAt at(MetricDefinition definition, int day) {
        return new CellAt(definition.key(), definition.version(), RowKey.VALUE, day, Spread.SLICES_AND_FOLDS);
    }

    private static CellAt atCurve(MetricDefinition definition, int day) {
        return new CellAt(definition.key(), definition.version(), RowKey.CURVE, day, Spread.ALL_UNITS);
    }

    private static double raw(MetricDefinition definition, long count, double sum) {
        return switch (definition.kind()) {
            case CONVERSION, RETENTION -> count > 0 ? 1 : 0;
            case COUNT -> count;
            case SUM -> sum;
        };
    }

    private static double capped(MetricDefinition definition, double raw) {
        Double cap = definition.cap();
        return cap == null ? raw : Math.min(raw, cap);
    }

    private static void addSystemMetrics(
            Map<CellAt, CellSums> cells, Head head, UnitPhase unit, Placement placement, EventCalendar calendar) {
        int cohortDay = placement.cohortDay();
        cells.put(at(SystemMetric.UNITS, cohortDay), one(SystemMetric.UNITS));
        CellSums crossover = one(SystemMetric.CROSSOVER);
        cells.put(at(SystemMetric.CROSSOVER, cohortDay), crossover);
        List<Seen> seen = unit.seen();
        if (seen.size() > 1) {
            // Where clocks go back over midnight, a later instant can lie on the day before.
            int day = Math.max(cohortDay, calendar.dayOf(seen.get(1).time()));
            cells.computeIfAbsent(at(SystemMetric.CROSSOVER, day), at -> new CellSums(1, false))
                    .addVector(1, 1, 1, NO_COVARIATES);
        }
        CellSums late = one(SystemMetric.LATE);
        late.addVector(1, head.lateOutcomes(), head.lateOutcomes(), NO_COVARIATES);
        cells.put(at(SystemMetric.LATE, cohortDay), late);
    }

    static final double[] NO_COVARIATES = {};

    private static CellSums one(SystemMetric metric) {
        CellSums cell = new CellSums(1, metric.amount());
        cell.addUnits(1);
        return cell;
    }

    static CellAt at(SystemMetric metric, int day) {
        return new CellAt(metric.key(), SystemMetric.VERSION, RowKey.VALUE, day, Spread.SLICES);
    }
}
