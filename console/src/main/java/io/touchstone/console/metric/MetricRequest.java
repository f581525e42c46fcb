package io.touchstone.console.metric;

import io.touchstone.console.json.ConsoleJson;
import io.touchstone.console.json.CoreJson;
import io.touchstone.console.problem.Require;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.Limits;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.Fields;
import io.touchstone.model.catalog.Direction;
import io.touchstone.model.catalog.MetricCodec;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.ValueRange;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A metric, or a new version of one.
 *
 * @param key 1 to 128 of {@code a-z 0-9 _ . -}; of a new version absent, or the metric's
 * @param name for people; absent: the key
 * @param kind {@code conversion | count | sum | retention}
 * @param event name of the outcome, or {@code *} for any
 * @param filter condition over the outcome's properties; absent: every outcome of the name
 * @param window when outcomes count after the first exposure; absent: for ever
 * @param days of retention: first and last day after the cohort day
 * @param cap of count and sum: the largest value a unit's total may take
 * @param direction {@code increase | decrease}: which way is good; absent: {@code increase}
 * @param unit display unit; absent: none
 * @param range {@code positive | signed}; absent: {@code positive}
 */
public record MetricRequest(
        @Nullable String key,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String event,
        @Nullable JsonNode filter,
        @Nullable WindowBody window,
        @Nullable List<Integer> days,
        @Nullable Double cap,
        @Nullable String direction,
        @Nullable String unit,
        @Nullable String range) {
    private static final int UNIT_CHARACTERS = 16;

    /**
     * When outcomes count: from {@code delay} after the first exposure on, for {@code length}.
     *
     * @param delayMillis 0 or more
     * @param lengthMillis 1 or more, at most two years
     */
    public record WindowBody(
            @Nullable Long delayMillis, @Nullable Long lengthMillis) {}

    /** The definition under a key and a version. */
    MetricDefinition definition(String metric, int version) {
        Require.oneOf("kind", kind, words(MetricKind.values(), MetricKind::key));
        Require.oneOf(
                "direction", direction == null ? "increase" : direction, words(Direction.values(), Direction::key));
        Require.oneOf("range", range == null ? "positive" : range, words(ValueRange.values(), ValueRange::key));
        Require.nameOr("name", name, metric);
        String outcome = Require.present("event", event);
        Require.valid(() -> Limits.key("event", outcome));
        if (unit != null) {
            Require.valid(
                    () -> Limits.text("unit", unit.isEmpty() ? " " : unit, UNIT_CHARACTERS, FaultCode.VALUE_INVALID));
        }
        CoreJson.condition("filter", filter);
        return Require.valid(
                () -> MetricCodec.read(Fields.of("", CanonicalJson.read(ConsoleJson.write(this))), metric, version));
    }

    private static <T> List<String> words(T[] values, java.util.function.Function<T, String> word) {
        return Arrays.stream(values).map(word).toList();
    }
}
