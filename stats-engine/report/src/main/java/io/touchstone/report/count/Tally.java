package io.touchstone.report.count;

import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.SystemMetric;
import io.touchstone.report.count.Counts.ArmKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up the rows of one phase under a cut, in any order. Mutable and not thread-safe; one report uses one. */
public final class Tally {

    private static final MetricRef UNITS = ref(SystemMetric.UNITS);

    private final Map<MetricRef, MetricDays> days = new HashMap<>();
    private final Map<ArmKey, CellSums> analysed = new HashMap<>();
    private final Map<ArmKey, Long> waiting = new HashMap<>();
    private final TreeMap<Integer, Long> exposed = new TreeMap<>();

    /**
     * An empty tally.
     *
     * @param metrics the metrics of the phase; rows of others are passed over
     */
    public Tally(Cut cut, Collection<MetricDefinition> metrics) {
        for (MetricDefinition metric : metrics) {
            days.put(metric.ref(), cut.days(metric));
        }
        for (SystemMetric metric : SystemMetric.values()) {
            // A unit may cross over after the phase's end as well: its old variant and the shipped one.
            days.put(ref(metric), metric == SystemMetric.CROSSOVER ? cut.throughAsOf() : cut.unwindowed());
        }
    }

    /** Takes one row in. */
    public void add(CountedRow row) {
        MetricDays seen = days.get(row.metric());
        if (seen == null || row.eventDay() > seen.lastEvent()) {
            return;
        }
        ArmKey arm = new ArmKey(row.metric(), row.variant());
        boolean exposure = row.metric().equals(UNITS);
        row.row().cells().forEach((cohortDay, cell) -> {
            if (exposure && seen.isAnalysed(cohortDay)) {
                exposed.merge(cohortDay, cell.units(), Long::sum);
            }
            if (seen.isAnalysed(cohortDay)) {
                analysed.computeIfAbsent(arm, key -> new CellSums(cell.components(), cell.amount()))
                        .add(cell);
            } else if (seen.isWaiting(cohortDay)) {
                waiting.merge(arm, cell.units(), Long::sum);
            }
        });
    }

    /** What was added so far. */
    public Counts counts() {
        Map<ArmKey, ArmCount> arms = new HashMap<>();
        waiting.forEach((arm, units) -> arms.put(arm, ArmCount.waitingOnly(units)));
        analysed.forEach((arm, sums) -> arms.put(arm, ArmCount.of(sums, waiting.getOrDefault(arm, 0L))));
        return new Counts(arms, firstDay());
    }

    private Optional<LocalDate> firstDay() {
        return exposed.entrySet().stream()
                .filter(cohort -> cohort.getValue() > 0)
                .map(cohort -> LocalDate.ofEpochDay(cohort.getKey()))
                .findFirst();
    }

    static MetricRef ref(SystemMetric metric) {
        return new MetricRef(metric.key(), SystemMetric.VERSION);
    }
}
