package io.touchstone.report.count;

import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which days of a phase a report as of a day sees. Days are calendar days of the environment's zone, both ends included.
 *
 * @param zone the environment's zone
 * @param asOf the day D of the report; its end is the end of what is seen
 * @param lastDay the last cohort day: D, or the day of the phase's end where that is earlier
 */
public record Cut(ZoneId zone, LocalDate asOf, LocalDate lastDay) {

    /** The cut of a phase as of a day. */
    public static Cut of(PhaseFacts phase, ZoneId zone, LocalDate asOf) {
        Instant ended = phase.endedAt();
        LocalDate lastDay = asOf;
        if (ended != null && LocalDate.ofInstant(ended, zone).isBefore(asOf)) {
            lastDay = LocalDate.ofInstant(ended, zone);
        }
        return new Cut(zone, asOf, lastDay);
    }

    /**
     * The days of one metric. A metric without a window ends with the phase and is mature at once; windows that began before
     * the end run out, retention as well.
     */
    public MetricDays days(MetricDefinition metric) {
        int lastCohort = (int) lastDay.toEpochDay();
        Window window = metric.window();
        DayRange days = metric.days();
        if (days != null) {
            return new MetricDays(lastCohort, (int) asOf.minusDays(days.to()).toEpochDay(), (int) asOf.toEpochDay());
        }
        if (window != null) {
            return new MetricDays(lastCohort, lastMatured(window), (int) asOf.toEpochDay());
        }
        return unwindowed();
    }

    /** The days of what the pipeline counts for every phase. */
    public MetricDays unwindowed() {
        int lastCohort = (int) lastDay.toEpochDay();
        return new MetricDays(lastCohort, lastCohort, lastCohort);
    }

    /** The days of what is seen up to D even after the phase's end. */
    public MetricDays throughAsOf() {
        int lastCohort = (int) lastDay.toEpochDay();
        return new MetricDays(lastCohort, lastCohort, (int) asOf.toEpochDay());
    }

    /**
     * The last c with end(c) + delay + length ≤ end(D). With X = end(D) − delay − length that is the day before X's: end(c) is
     * the start of day c + 1, and a day has started by X exactly if it is not after X's own.
     */
    private int lastMatured(Window window) {
        Instant latestStart = asOf.plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .minusMillis(window.delayMillis())
                .minusMillis(window.lengthMillis());
        return (int) LocalDate.ofInstant(latestStart, zone).minusDays(1).toEpochDay();
    }
}
