package io.touchstone.pipeline.oracle;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Fills the raw tables of {@link Oracle} with one event set. */
final class OracleTables {

    private static final List<String> TABLES = List.of(
            "environment",
            "event",
            "property",
            "attribute",
            "phase",
            "variant",
            "metric",
            "phase_metric",
            "dimension",
            "dimension_value",
            "covariate");

    private final DuckDBConnection connection;

    OracleTables(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** Replaces what the tables hold. */
    void load(TestCatalog catalog, long heavyLimit, List<AcceptedEvent> events) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("DELETE FROM " + table);
            }
        }
        fill("environment", to -> row(to, catalog.zone(), heavyLimit));
        fill("event", to -> {
            long seq = 0;
            for (AcceptedEvent event : events) {
                event(to, seq++, event);
            }
        });
        fill("property", to -> {
            for (int seq = 0; seq < events.size(); seq++) {
                for (var entry : events.get(seq).properties().entrySet()) {
                    Object value = entry.getValue();
                    row(
                            to,
                            (long) seq,
                            entry.getKey(),
                            text(value),
                            number(value),
                            value instanceof Boolean b ? b : null);
                }
            }
        });
        fill("attribute", to -> {
            for (int seq = 0; seq < events.size(); seq++) {
                for (var entry : events.get(seq).attributes().entrySet()) {
                    Object value = entry.getValue();
                    row(
                            to,
                            (long) seq,
                            entry.getKey(),
                            value instanceof String text ? text : Json.of(value),
                            number(value));
                }
            }
        });
        loadMetrics(catalog);
        loadPhases(catalog);
    }

    private static void event(DuckDBAppender to, long seq, AcceptedEvent event) throws SQLException {
        row(
                to,
                seq,
                event.id(),
                event.type().name().toLowerCase(Locale.ROOT),
                event.time(),
                event.received(),
                event.imported(),
                event.unitType(),
                event.unit(),
                event.experiment(),
                event.phase(),
                event.variant(),
                event.reason(),
                event.name(),
                event.value());
    }

    private void loadMetrics(TestCatalog catalog) throws SQLException {
        fill("metric", to -> {
            for (TestCatalog.Metric metric : catalog.metrics()) {
                row(
                        to,
                        metric.key(),
                        metric.version(),
                        metric.kind().key(),
                        metric.delayMillis(),
                        metric.lengthMillis() == 0 ? null : metric.lengthMillis(),
                        metric.cap(),
                        metric.firstDay(),
                        metric.lastDay());
            }
        });
    }

    private void loadPhases(TestCatalog catalog) throws SQLException {
        for (String table : List.of("phase", "variant", "phase_metric", "dimension", "dimension_value", "covariate")) {
            fill(table, to -> {
                for (TestCatalog.Experiment experiment : catalog.experiments()) {
                    for (TestCatalog.Phase phase : experiment.phases()) {
                        phase(to, table, experiment, phase);
                    }
                }
            });
        }
    }

    private static void phase(
            DuckDBAppender to, String table, TestCatalog.Experiment experiment, TestCatalog.Phase phase)
            throws SQLException {
        String key = experiment.key();
        int number = phase.number();
        switch (table) {
            case "phase" -> row(to, key, number, experiment.unitType());
            case "variant" -> {
                for (String variant : phase.variants()) {
                    row(to, key, number, variant);
                }
            }
            case "phase_metric" -> {
                for (TestCatalog.Metric metric : phase.metrics()) {
                    row(to, key, number, metric.key(), metric.version());
                }
            }
            case "dimension" -> {
                for (TestCatalog.Dimension dimension : phase.dimensions()) {
                    row(to, key, number, dimension.key());
                }
            }
            case "dimension_value" -> {
                for (TestCatalog.Dimension dimension : phase.dimensions()) {
                    for (String value : dimension.values()) {
                        row(to, key, number, dimension.key(), value);
                    }
                }
            }
            case "covariate" -> {
                for (int position = 0; position < phase.covariates().size(); position++) {
                    row(to, key, number, position, phase.covariates().get(position));
                }
            }
            default -> throw new IllegalArgumentException("table: " + table + " (expected: a table of phases)");
        }
    }

    private void fill(String table, Rows rows) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
            rows.appendTo(appender);
        }
    }

    private static void row(DuckDBAppender to, @Nullable Object... values) throws SQLException {
        to.beginRow();
        for (Object value : values) {
            switch (value) {
                case null -> to.appendNull();
                case String text -> to.append(text);
                case Long number -> to.append(number.longValue());
                case Integer number -> to.append(number.intValue());
                case Double number -> to.append(number.doubleValue());
                case Boolean truth -> to.append(truth.booleanValue());
                default ->
                    throw new IllegalArgumentException(
                            "value: " + value.getClass() + " (expected: a type of the schema)");
            }
        }
        to.endRow();
    }

    private static @Nullable String text(Object value) {
        return value instanceof String text ? text : null;
    }

    private static @Nullable Double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : null;
    }

    @FunctionalInterface
    private interface Rows {
        void appendTo(DuckDBAppender to) throws SQLException;
    }
}
