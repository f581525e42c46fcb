package io.touchstone.statistics.sequential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Boundaries that are computed once for each design and schedule: those of 28 looks take milliseconds, and every reading of a
 * test asks for them again. Keeps the ones used last; threads may share it.
 */
public final class RememberedBoundaries implements BoundarySource {

    private final Map<Key, List<Boundary>> kept;

    private record Key(GroupSequentialDesign design, LookSchedule schedule) {}

    /** @param most schedules that are kept, 1 or more */
    public RememberedBoundaries(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most: " + most + " (expected: 1 or more)");
        }
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, List<Boundary>> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public List<Boundary> of(GroupSequentialDesign design, LookSchedule schedule) {
        Key key = new Key(design, schedule);
        synchronized (kept) {
            List<Boundary> found = kept.get(key);
            if (found != null) {
                return found;
            }
        }
        // Outside of the lock: two threads may compute the same, none waits for another's schedule.
        List<Boundary> computed = List.copyOf(design.boundaries(schedule));
        synchronized (kept) {
            kept.put(key, computed);
        }
        return computed;
    }
}
