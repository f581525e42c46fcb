package io.touchstone.report.count;

/**
 * Which cells of a metric a report takes, as days since 1970-01-01.
 *
 * @param lastCohort the last cohort day that counts
 * @param lastMatured the last cohort day whose window has closed
 * @param lastEvent the last event day that counts
 */
public record MetricDays(int lastCohort, int lastMatured, int lastEvent) {

    /** Whether a cell of event days up to {@code eventDay} of this cohort is part of what is seen. */
    boolean isSeen(int cohortDay, int eventDay) {
        return cohortDay <= lastCohort && eventDay <= lastEvent;
    }

    /** The last cohort day that is analysed. */
    int lastAnalysed() {
        return Math.min(lastCohort, lastMatured);
    }

    boolean isAnalysed(int cohortDay) {
        return cohortDay <= lastAnalysed();
    }

    /**
     * Whether the same units count and are analysed as under the days of an earlier report. Their numbers are then the same as
     * well: an analysed window has closed, and without a window the last event day is the last cohort day.
     */
    public boolean analysesAs(MetricDays earlier) {
        return lastCohort == earlier.lastCohort && lastAnalysed() == earlier.lastAnalysed();
    }

    /** Whether units of a cohort count, but their window is still open. */
    public boolean isWaiting(int cohortDay) {
        return cohortDay <= lastCohort && cohortDay > lastMatured;
    }
}
