package io.touchstone.pipeline.unit;

import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.Window;
import org.jspecify.annotations.Nullable;

/**
 * Which outcomes count for a metric of a unit whose first exposure is known. Of retention those of its whole curve: the days that
 * make its value are a part of them.
 */
final class Qualification {

    private final CompiledMetric metric;
    private final long exposed;
    private final int firstDay;
    private final int lastDay;

    Qualification(CompiledMetric metric, long exposed, int cohortDay) {
        this.metric = metric;
        this.exposed = exposed;
        DayRange days = metric.definition().days();
        DayRange curve = days == null ? null : days.curve();
        this.firstDay = curve == null ? Integer.MIN_VALUE : cohortDay + curve.from();
        this.lastDay = curve == null ? Integer.MAX_VALUE : cohortDay + curve.to();
    }

    boolean qualifies(OutcomeEntry outcome, int eventDay) {
        MetricDefinition definition = metric.definition();
        if (outcome.time() < exposed || !outcome.matches(metric.signal())) {
            return false;
        }
        if (definition.kind() == MetricKind.SUM && !outcome.valued()) {
            return false;
        }
        return eventDay >= firstDay && eventDay <= lastDay && isInWindow(definition.window(), outcome.time());
    }

    private boolean isInWindow(@Nullable Window window, long time) {
        if (window == null) {
            return true;
        }
        long opens = exposed + window.delayMillis();
        return time >= opens && time < opens + window.lengthMillis();
    }
}
