package io.touchstone.model.catalog;

import io.touchstone.core.condition.Condition;
import io.touchstone.core.input.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * One version of a metric; never changes.
 *
 * @param key metric key
 * @param version from 1
 * @param name what people call it
 * @param kind what is computed
 * @param event name of the outcome, or {@link #ANY_EVENT}
 * @param filter condition over the outcome's properties; absent: every outcome of the name
 * @param window when outcomes count; absent: from the first exposure on, for ever
 * @param days which days after the cohort day count; retention only, and there required
 * @param cap the largest value a unit's total may take, above 0; count and sum only
 * @param direction which way is good
 * @param unit display unit, such as {@code %} or {@code ¥}
 * @param range which values are possible
 */
public record MetricDefinition(
        String key,
        int version,
        String name,
        MetricKind kind,
        String event,
        @Nullable Condition filter,
        @Nullable Window window,
        @Nullable DayRange days,
        @Nullable Double cap,
        Direction direction,
        String unit,
        ValueRange range) {

    /** Event name that stands for any outcome. */
    public static final String ANY_EVENT = "*";

    /** Checks what belongs to which kind. */
    public MetricDefinition {
        if (version < 1) {
            throw new InvalidInputException("metric_invalid", "version: " + version + " (expected: 1 or more)");
        }
        if (event.isEmpty()) {
            throw new InvalidInputException("metric_invalid", "event: \"\" (expected: an event name or *)");
        }
        if ((kind == MetricKind.RETENTION) != (days != null)) {
            throw new InvalidInputException(
                    "metric_invalid", "days: " + days + " (expected: a range for retention, none for others)");
        }
        if (kind == MetricKind.RETENTION && window != null) {
            throw new InvalidInputException(
                    "metric_invalid", "window: " + window + " (expected: none for retention, which has days)");
        }
        if (cap != null && (!kind.amount() || !Double.isFinite(cap) || cap <= 0)) {
            throw new InvalidInputException(
                    "metric_invalid", "cap: " + cap + " (expected: above 0, for count and sum only)");
        }
    }

    /** Key and version. */
    public MetricRef ref() {
        return new MetricRef(key, version);
    }
}
