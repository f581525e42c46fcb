package io.touchstone.statistics.survival;

import java.util.ArrayList;
import java.util.List;

/**
 * The units first exposed on one day, followed by the day.
 *
 * @param day of the first exposure, counted from any origin
 * @param units exposed that day
 * @param events units with the event on day 0, 1, 2, ... after it
 * @param withdrawn units lost without the event on those days, the same length
 */
public record DayCohort(long day, long units, List<Long> events, List<Long> withdrawn) {

    /** @throws IllegalArgumentException for counts that do not fit */
    public DayCohort {
        LifeTable.requireCount("units", units);
        events = List.copyOf(events);
        withdrawn = List.copyOf(withdrawn);
        if (events.size() != withdrawn.size()) {
            throw new IllegalArgumentException(
                    "withdrawn: " + withdrawn.size() + " days (expected: " + events.size() + ", as of events)");
        }
        long gone = 0;
        for (int lag = 0; lag < events.size(); lag++) {
            LifeTable.requireCount("events", events.get(lag));
            LifeTable.requireCount("withdrawn", withdrawn.get(lag));
            gone = Math.addExact(gone, Math.addExact(events.get(lag), withdrawn.get(lag)));
        }
        if (gone > units) {
            throw new IllegalArgumentException("events: " + gone + " units gone (expected: at most " + units + ")");
        }
    }

    /**
     * The table of all cohorts read at the end of a day. At risk at lag L are the cohorts with day + L ≤ asOf, less those gone
     * before; whoever is still there at the last lag of the cohort is censored then.
     */
    public static LifeTable asOf(Iterable<DayCohort> cohorts, long asOf) {
        List<LifeTable.Row> rows = new ArrayList<>();
        for (DayCohort cohort : cohorts) {
            if (cohort.day <= asOf) {
                cohort.addTo(rows, asOf - cohort.day);
            }
        }
        return LifeTable.of(rows);
    }

    private void addTo(List<LifeTable.Row> rows, long lastLag) {
        long left = units;
        for (int lag = 0; lag < events.size() && lag <= lastLag; lag++) {
            rows.add(new LifeTable.Row(lag, events.get(lag), withdrawn.get(lag)));
            left -= events.get(lag) + withdrawn.get(lag);
        }
        rows.add(new LifeTable.Row(lastLag, 0, left));
    }
}
