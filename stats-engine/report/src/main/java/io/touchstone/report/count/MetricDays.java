package io.touchstone.report.count;

/**
 * Which cells of a metric a report takes, as days since 1970-01-01.
 *
 * @param lastCohort the last cohort day that counts
 * @param lastMatured the last cohort day whose window has closed
 * @param lastEvent the last event day that counts
 */
public record MetricDays(int lastCohort, int lastMatured, int lastEvent) {

    boolean isAnalysed(int cohortDay) {
        return cohortDay <= Math.min(lastCohort, lastMatured);
    }

    boolean isWaiting(int cohortDay) {
        return cohortDay <= lastCohort && cohortDay > lastMatured;
    }
}
