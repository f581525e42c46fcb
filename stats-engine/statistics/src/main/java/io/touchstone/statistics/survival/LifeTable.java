package io.touchstone.statistics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How many units had the event, and how many were last seen without it, at each time. At one time events come before losses.
 *
 * @param rows by rising time
 */
public record LifeTable(List<Row> rows) {

    /**
     * One time.
     *
     * @param time since exposure, 0 or more; days where the counts come from cells
     * @param events units that had the event then
     * @param censored units last seen then, without the event
     */
    public record Row(double time, long events, long censored) {

        /** @throws IllegalArgumentException for a negative time or count */
        public Row {
            if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("time: " + time + " (expected: finite, 0 or more)");
            }
            requireCount("events", events);
            requireCount("censored", censored);
        }

        Row plus(Row other) {
            return new Row(time, Math.addExact(events, other.events), Math.addExact(censored, other.censored));
        }
    }

    /** @throws IllegalArgumentException for times that do not rise */
    public LifeTable {
        rows = List.copyOf(rows);
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).time() <= rows.get(i - 1).time()) {
                throw new IllegalArgumentException("time: " + rows.get(i).time() + " after "
                        + rows.get(i - 1).time() + " (expected: rising)");
            }
        }
    }

    /** Rows in any order; those of the same time add up. */
    public static LifeTable of(Iterable<Row> rows) {
        TreeMap<Double, Row> byTime = new TreeMap<>();
        for (Row row : rows) {
            byTime.merge(row.time(), row, Row::plus);
        }
        return new LifeTable(List.copyOf(byTime.values()));
    }

    /** The units of both tables; any order of adding gives the same. */
    public LifeTable plus(LifeTable other) {
        List<Row> all = new ArrayList<>(rows);
        all.addAll(other.rows);
        return of(all);
    }

    /** All units. */
    public long units() {
        long sum = 0;
        for (Row row : rows) {
            sum = Math.addExact(sum, Math.addExact(row.events(), row.censored()));
        }
        return sum;
    }

    static void requireCount(String name, long count) {
        if (count < 0) {
            throw new IllegalArgumentException(name + ": " + count + " (expected: 0 or more)");
        }
    }
}
