package io.touchstone.console.metric;

import io.touchstone.console.json.CoreJson;
import io.touchstone.core.condition.ConditionCodec;
import io.touchstone.core.json.JsonObject;
import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A version of a metric; fields as in the request.
 *
 * @param version from 1; a version never changes
 */
public record MetricAnswer(
        String key,
        int version,
        String name,
        String kind,
        String event,
        @Nullable JsonNode filter,
        @Nullable WindowAnswer window,
        @Nullable List<Integer> days,
        @Nullable Double cap,
        String direction,
        String unit,
        String range) {
    /** When outcomes count: from {@code delayMillis} after the first exposure on, for {@code lengthMillis}. */
    public record WindowAnswer(long delayMillis, long lengthMillis) {}

    static MetricAnswer of(MetricDefinition metric) {
        JsonObject filter = ConditionCodec.writeOptional(metric.filter());
        Window window = metric.window();
        DayRange days = metric.days();
        return new MetricAnswer(
                metric.key(),
                metric.version(),
                metric.name(),
                metric.kind().key(),
                metric.event(),
                filter == null ? null : CoreJson.node(filter),
                window == null ? null : new WindowAnswer(window.delayMillis(), window.lengthMillis()),
                days == null ? null : List.of(days.from(), days.to()),
                metric.cap(),
                metric.direction().key(),
                metric.unit(),
                metric.range().key());
    }
}
