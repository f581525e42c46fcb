package io.touchstone.pipeline.unit;

import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.Window;
import org.jspecify.annotations.Nullable;

/** Which outcomes count for a metric of a unit whose first exposure is known. */
final class Qualification {

    private final CompiledMetric metric;
    private final long exposed;
    private final int cohortDay;

    Qualification(CompiledMetric metric, long exposed, int cohortDay) {
        this.metric = metric;
        this.exposed = exposed;
        this.cohortDay = cohortDay;
    }

    boolean qualifies(OutcomeEntry outcome, int eventDay) {
        MetricDefinition definition = metric.definition();
        if (outcome.time() < exposed || !outcome.matches(metric.signal())) {
            return false;
        }
        if (definition.kind() == MetricKind.SUM && !outcome.valued()) {
            return false;
        }
        return isInDays(definition.days(), eventDay) && isInWindow(definition.window(), outcome.time());
    }

    private boolean isInDays(@Nullable DayRange days, int eventDay) {
        return days == null || (eventDay >= cohortDay + days.from() && eventDay <= cohortDay + days.to());
    }

    private boolean isInWindow(@Nullable Window window, long time) {
        if (window == null) {
            return true;
        }
        long opens = exposed + window.delayMillis();
        return time >= opens && time < opens + window.lengthMillis();
    }
}
