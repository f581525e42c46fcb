package io.touchstone.pipeline.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an event set is counted by: the part of the catalog (docs/formats/catalog.md) that bears on cells.
 *
 * @param zone name of the environment's time zone
 */
record TestCatalog(String zone, List<Metric> metrics, List<Experiment> experiments) {

    enum Kind {
        CONVERSION,
        COUNT,
        SUM,
        RETENTION;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param event name of the outcome, or {@code *}
     * @param lengthMillis 0 = no window
     * @param cap count and sum only
     * @param firstDay retention only: first day after the cohort day, inclusive
     * @param lastDay retention only: last day after the cohort day, inclusive
     */
    record Metric(
            String key,
            int version,
            Kind kind,
            String event,
            @Nullable PropertyFilter filter,
            long delayMillis,
            long lengthMillis,
            @Nullable Double cap,
            int firstDay,
            int lastDay) {

        static Metric conversion(String key, String event) {
            return new Metric(key, 1, Kind.CONVERSION, event, null, 0, 0, null, 0, 0);
        }

        static Metric count(String key, String event, @Nullable Double cap) {
            return new Metric(key, 1, Kind.COUNT, event, null, 0, 0, cap, 0, 0);
        }

        static Metric sum(String key, String event, @Nullable Double cap) {
            return new Metric(key, 1, Kind.SUM, event, null, 0, 0, cap, 0, 0);
        }

        static Metric retention(String key, String event, int firstDay, int lastDay) {
            return new Metric(key, 1, Kind.RETENTION, event, null, 0, 0, null, firstDay, lastDay);
        }

        Metric version(int other) {
            return new Metric(key, other, kind, event, filter, delayMillis, lengthMillis, cap, firstDay, lastDay);
        }

        Metric where(PropertyFilter condition) {
            return new Metric(key, version, kind, event, condition, delayMillis, lengthMillis, cap, firstDay, lastDay);
        }

        Metric within(long delay, long length) {
            return new Metric(key, version, kind, event, filter, delay, length, cap, firstDay, lastDay);
        }

        String json() {
            StringBuilder text = new StringBuilder("{");
            if (cap != null) {
                text.append("\"cap\":").append(Json.of(cap)).append(',');
            }
            if (kind == Kind.RETENTION) {
                text.append("\"days\":[%d,%d],".formatted(firstDay, lastDay));
            }
            text.append("\"direction\":\"increase\",\"event\":").append(Json.of(event));
            if (filter != null) {
                text.append(",\"filter\":").append(filter.json());
            }
            text.append(",\"key\":%s,\"kind\":%s".formatted(Json.of(key), Json.of(kind.key())));
            text.append(
                    ",\"name\":%s,\"range\":\"signed\",\"unit\":\"\",\"version\":%d".formatted(Json.of(key), version));
            if (lengthMillis > 0) {
                text.append(
                        ",\"window\":{\"delayMillis\":%d,\"lengthMillis\":%d}".formatted(delayMillis, lengthMillis));
            }
            return text.append('}').toString();
        }
    }

    /** @param variants the first is the control */
    record Phase(
            int number,
            String state,
            long startsAt,
            List<String> variants,
            List<Metric> metrics,
            List<Dimension> dimensions,
            List<String> covariates) {

        String json() {
            String start = Json.of(Instant.ofEpochMilli(startsAt).toString());
            return "{\"activeFrom\":" + start + ",\"control\":" + Json.of(variants.getFirst()) + ",\"covariates\":"
                    + list(covariates.stream().map(Json::of).toList()) + ",\"dimensions\":"
                    + list(dimensions.stream().map(Dimension::json).toList()) + ",\"generation\":1,\"metrics\":"
                    + list(metrics.stream().map(Phase::pinned).toList()) + ",\"number\":" + number
                    + ",\"plan\":{\"alpha\":0.05,\"power\":0.8},\"startsAt\":" + start + ",\"state\":" + Json.of(state)
                    + ",\"variants\":"
                    + list(variants.stream()
                            .map(key -> "{\"key\":" + Json.of(key) + ",\"weight\":1}")
                            .toList())
                    + "}";
        }

        private static String pinned(Metric metric) {
            return "{\"key\":%s,\"means\":\"welch\",\"role\":\"secondary\",\"version\":%d}"
                    .formatted(Json.of(metric.key()), metric.version());
        }
    }

    record Dimension(String key, List<String> values) {
        String json() {
            return "{\"key\":" + Json.of(key) + ",\"values\":"
                    + list(values.stream().map(Json::of).toList()) + "}";
        }
    }

    record Experiment(String key, String flag, String unitType, boolean imported, List<Phase> phases) {
        String json() {
            return "{\"flag\":" + Json.of(flag) + ",\"imported\":" + imported + ",\"key\":" + Json.of(key)
                    + ",\"phases\":" + list(phases.stream().map(Phase::json).toList()) + ",\"unitType\":"
                    + Json.of(unitType) + "}";
        }
    }

    /** The published document. */
    String json() {
        return "{\"environment\":{\"key\":\"test/oracle\",\"number\":1,\"zone\":" + Json.of(zone)
                + "},\"experiments\":"
                + list(experiments.stream().map(Experiment::json).toList())
                + ",\"metrics\":" + list(metrics.stream().map(Metric::json).toList())
                + ",\"schema\":1,\"version\":1}";
    }

    private static String list(List<String> parts) {
        return parts.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
