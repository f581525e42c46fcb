package io.touchstone.report.count;

import io.touchstone.model.cell.CellSums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one metric, for its numbers by cohort day and as of each of many days. Mutable and not thread-safe; one answer
 * uses one.
 */
public final class MetricCells {

    private record Cell(String variant, int cohortDay, int eventDay, CellSums sums) {}

    private final List<Cell> cells = new ArrayList<>();
    private final NavigableMap<Integer, Long> exposed = new TreeMap<>();

    /** Takes one row in; all rows are of one metric. */
    public void add(CountedRow row) {
        row.row().cells().forEach((cohortDay, sums) -> {
            cells.add(new Cell(row.variant(), cohortDay, row.eventDay(), sums));
            exposed.merge(cohortDay, sums.units(), Long::sum);
        });
    }

    /** The first cohort day, not after the last one that counts, that has a unit; as days since 1970-01-01. */
    public OptionalInt firstCohort(MetricDays days) {
        return exposed.headMap(days.lastCohort(), true).entrySet().stream()
                .filter(cohort -> cohort.getValue() > 0)
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    /** By cohort day and variant, each cohort alone; what is not there has nothing counted. */
    public Map<Integer, Map<String, ArmCount>> cohorts(MetricDays days) {
        Map<Integer, Map<String, Running>> cohorts = new HashMap<>();
        for (Cell cell : cells) {
            if (days.isSeen(cell.cohortDay(), cell.eventDay())) {
                Running running = cohorts.computeIfAbsent(cell.cohortDay(), day -> new HashMap<>())
                        .computeIfAbsent(cell.variant(), variant -> new Running());
                running.see(cell);
                if (days.isAnalysed(cell.cohortDay())) {
                    running.analyse(cell);
                }
            }
        }
        Map<Integer, Map<String, ArmCount>> counts = new HashMap<>();
        cohorts.forEach((day, arms) -> counts.put(day, counts(arms)));
        return counts;
    }

    /**
     * By variant, as of each of some days. A later day sees whatever an earlier one does, so every cell is added once, when it
     * comes into sight: the work grows with cells plus days, not with their product.
     *
     * @param course what each day sees, in order
     */
    public List<Map<String, ArmCount>> course(List<MetricDays> course) {
        List<List<Cell>> seen = entering(course, cell -> days -> days.isSeen(cell.cohortDay(), cell.eventDay()));
        List<List<Cell>> analysed = entering(
                course,
                cell -> days -> days.isSeen(cell.cohortDay(), cell.eventDay()) && days.isAnalysed(cell.cohortDay()));
        Map<String, Running> arms = new HashMap<>();
        List<Map<String, ArmCount>> counts = new ArrayList<>();
        for (int i = 0; i < course.size(); i++) {
            for (Cell cell : seen.get(i)) {
                arms.computeIfAbsent(cell.variant(), variant -> new Running()).see(cell);
            }
            for (Cell cell : analysed.get(i)) {
                arms.computeIfAbsent(cell.variant(), variant -> new Running()).analyse(cell);
            }
            counts.add(counts(arms));
        }
        return counts;
    }

    private List<List<Cell>> entering(List<MetricDays> course, Function<Cell, Predicate<MetricDays>> condition) {
        List<List<Cell>> entering = new ArrayList<>();
        course.forEach(day -> entering.add(new ArrayList<>()));
        for (Cell cell : cells) {
            int first = firstOf(course, condition.apply(cell));
            if (first < course.size()) {
                entering.get(first).add(cell);
            }
        }
        return entering;
    }

    /** By halves: what holds on a day holds on every later one. */
    private static int firstOf(List<MetricDays> course, Predicate<MetricDays> condition) {
        int low = 0;
        int high = course.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(course.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Map<String, ArmCount> counts(Map<String, Running> arms) {
        Map<String, ArmCount> counts = new HashMap<>();
        arms.forEach((variant, running) -> counts.put(variant, running.count()));
        return counts;
    }

    private static final class Running {
        private long units;
        private @Nullable CellSums analysed;

        void see(Cell cell) {
            units += cell.sums().units();
        }

        void analyse(Cell cell) {
            if (analysed == null) {
                analysed = cell.sums().copy();
            } else {
                analysed.add(cell.sums());
            }
        }

        ArmCount count() {
            return analysed == null ? ArmCount.waitingOnly(units) : ArmCount.of(analysed, units - analysed.units());
        }
    }
}
