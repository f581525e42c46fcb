package io.touchstone.statistics.sequential;

/** How long after its exposure a unit's events count. */
public sealed interface MetricWindow {

    /**
     * Closes for every cohort; only such a metric may be looked at more than once.
     *
     * @param delayDays from exposure to the start, 0 or more
     * @param lengthDays 1 or more
     */
    record Finite(int delayDays, int lengthDays) implements MetricWindow {
        public Finite {
            if (delayDays < 0) {
                throw new IllegalArgumentException("delayDays: " + delayDays + " (expected: 0 or more)");
            }
            if (lengthDays < 1) {
                throw new IllegalArgumentException("lengthDays: " + lengthDays + " (expected: 1 or more)");
            }
        }

        /** Whether the window of all units of a cohort day has closed by the end of another day. */
        public boolean closed(long cohortDay, long asOfDay) {
            return cohortDay + delayDays + lengthDays <= asOfDay;
        }
    }

    /** Never closes: totals go on growing, and looks at them are not independent increments. */
    record Open() implements MetricWindow {}
}
