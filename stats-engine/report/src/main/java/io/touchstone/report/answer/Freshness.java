package io.touchstone.report.answer;

import io.touchstone.model.catalog.PhaseState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the numbers have come.
 *
 * @param countedThrough every event acknowledged before this instant is counted; absent before anything was
 * @param now when the report was asked for
 * @param provisional whether events of the report's days may still come in: its last day ended less than 72 hours ago
 */
public record Freshness(Optional<Instant> countedThrough, Instant now, boolean provisional) {

    /** Events that come later than this after their time are late and are not counted. */
    public static final Duration HORIZON = Duration.ofHours(72);

    /** The freshness of a report; a final phase takes no event any more. */
    public static Freshness of(ReportScope scope, Optional<Instant> countedThrough, Instant now) {
        Instant closed = scope.asOf()
                .plusDays(1)
                .atStartOfDay(scope.catalog().zone())
                .toInstant()
                .plus(HORIZON);
        boolean open = scope.phase().state() != PhaseState.FINAL && now.isBefore(closed);
        return new Freshness(countedThrough, now, open);
    }

    /** Milliseconds since {@code countedThrough}, 0 or more; grows while the counting is behind or stands still. */
    public Optional<Long> lagMillis() {
        return countedThrough.map(
                through -> Math.max(0, Duration.between(through, now).toMillis()));
    }
}
