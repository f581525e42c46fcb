package io.touchstone.model.catalog;

import io.touchstone.core.condition.Condition;
import io.touchstone.core.condition.ConditionCodec;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.Fields;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of a metric version, in the catalog and in the REST API. */
public final class MetricCodec {

    private MetricCodec() {}

    /** Reads a metric that names its key and version. */
    public static MetricDefinition read(Fields in) {
        return read(in, in.text("key"), (int) in.integer("version", 1, Integer.MAX_VALUE));
    }

    /**
     * Reads a metric whose key and version are known from elsewhere; what may be absent: {@code name} (the key), {@code filter},
     * {@code window}, {@code days}, {@code cap}, {@code direction} (increase), {@code unit} (empty), {@code range} (positive).
     */
    public static MetricDefinition read(Fields in, String key, int version) {
        String name = in.optionalText("name");
        String unit = in.optionalText("unit");
        MetricKind kind = in.word("kind", List.of(MetricKind.values()), MetricKind::key);
        String event = in.text("event");
        @Nullable Condition filter = ConditionCodec.readOptional(in, "filter");
        @Nullable Window window = readWindow(in);
        @Nullable DayRange days = readDays(in);
        @Nullable Double cap = in.optionalNumber("cap");
        Direction direction = in.optionalText("direction") == null
                ? Direction.INCREASE
                : in.word("direction", List.of(Direction.values()), Direction::key);
        ValueRange range = in.optionalText("range") == null
                ? ValueRange.POSITIVE
                : in.word("range", List.of(ValueRange.values()), ValueRange::key);
        return in.build(() -> new MetricDefinition(
                key,
                version,
                name == null ? key : name,
                kind,
                event,
                filter,
                window,
                days,
                cap,
                direction,
                unit == null ? "" : unit,
                range));
    }

    /** All fields, absent ones left out. */
    public static JsonObject write(MetricDefinition metric) {
        JsonObject.Builder out = JsonObject.builder()
                .put("key", metric.key())
                .put("version", metric.version())
                .put("name", metric.name())
                .put("kind", metric.kind().key())
                .put("event", metric.event())
                .put("direction", metric.direction().key())
                .put("unit", metric.unit())
                .put("range", metric.range().key());
        if (metric.filter() != null) {
            out.put("filter", ConditionCodec.write(metric.filter()));
        }
        if (metric.window() != null) {
            out.put(
                    "window",
                    JsonObject.builder()
                            .put("delayMillis", metric.window().delayMillis())
                            .put("lengthMillis", metric.window().lengthMillis())
                            .build());
        }
        if (metric.days() != null) {
            out.put(
                    "days",
                    new JsonArray(List.of(
                            JsonValue.of(metric.days().from()),
                            JsonValue.of(metric.days().to()))));
        }
        if (metric.cap() != null) {
            out.put("cap", metric.cap().doubleValue());
        }
        return out.build();
    }

    private static @Nullable Window readWindow(Fields metric) {
        Fields in = metric.optionalObject("window");
        return in == null
                ? null
                : new Window(
                        in.integer("delayMillis", 0, Window.MAX_MILLIS),
                        in.integer("lengthMillis", 1, Window.MAX_MILLIS));
    }

    private static @Nullable DayRange readDays(Fields metric) {
        if (metric.optional("days") == null) {
            return null;
        }
        List<Long> days = metric.integers("days", 0, DayRange.MAX_DAY);
        if (days.size() != 2) {
            throw InvalidInputException.of("days_invalid", metric.path("days"), days, "[from, to]");
        }
        return metric.build(
                () -> new DayRange(days.get(0).intValue(), days.get(1).intValue()));
    }
}
