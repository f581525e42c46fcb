package io.touchstone.report.count;

import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which days of a phase a report as of a day sees. Days are calendar days of the environment's zone, both ends included.
 *
 * @param zone the environment's zone
 * @param asOf the day D of the report; its end is the end of what is seen
 * @param lastDay the last cohort day: D, or the day of the phase's end where that is earlier
 * @param lastEvent the last event day of windows: D, or the day on which the next phase began where that is earlier
 * @param lastWhole the last day that closes windows: the same, but never the day of the question itself, which is not over
 */
public record Cut(ZoneId zone, LocalDate asOf, LocalDate lastDay, LocalDate lastEvent, LocalDate lastWhole) {

    /**
     * The cut of a phase as of a day.
     *
     * @param next the phase after it: what units do from its day on they do under other variants
     * @param readAt the instant of the question
     */
    public static Cut of(PhaseFacts phase, Optional<PhaseFacts> next, ZoneId zone, LocalDate asOf, Instant readAt) {
        LocalDate lastDay = earlier(asOf, phase.endedAt(), zone);
        LocalDate lastEvent = earlier(asOf, next.map(PhaseFacts::startsAt).orElse(null), zone);
        LocalDate yesterday = LocalDate.ofInstant(readAt, zone).minusDays(1);
        return new Cut(zone, asOf, lastDay, lastEvent, lastEvent.isBefore(yesterday) ? lastEvent : yesterday);
    }

    private static LocalDate earlier(LocalDate asOf, @Nullable Instant end, ZoneId zone) {
        if (end == null) {
            return asOf;
        }
        LocalDate day = LocalDate.ofInstant(end, zone);
        return day.isBefore(asOf) ? day : asOf;
    }

    /**
     * The days of one metric. A metric without a window ends with the phase and is mature at once; windows that began before
     * the end run out, retention as well, unless the next phase begins: then cohorts with an open window stay immature.
     */
    public MetricDays days(MetricDefinition metric) {
        int lastCohort = (int) lastDay.toEpochDay();
        Window window = metric.window();
        DayRange days = metric.days();
        if (days != null) {
            return new MetricDays(
                    lastCohort, (int) lastWhole.minusDays(days.to()).toEpochDay(), (int) lastEvent.toEpochDay());
        }
        if (window != null) {
            return new MetricDays(lastCohort, lastMatured(window), (int) lastEvent.toEpochDay());
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
     * The last c with end(c) + delay + length ≤ end(L), L the last whole day. With X = end(L) − delay − length that is the day before X's: end(c) is
     * the start of day c + 1, and a day has started by X exactly if it is not after X's own.
     */
    private int lastMatured(Window window) {
        Instant latestStart = lastWhole
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .minusMillis(window.delayMillis())
                .minusMillis(window.lengthMillis());
        return (int) LocalDate.ofInstant(latestStart, zone).minusDays(1).toEpochDay();
    }
}
