package io.touchstone.pipeline.oracle;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Fills the raw tables of {@link Oracle} with event sets. */
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

    /**
     * Replaces what the tables hold.
     *
     * <p>The keys of experiments and metrics and the pseudonyms of set {@code i} begin with {@code i/}, so that no two sets
     * ever meet.
     */
    void load(List<OracleInput> sets) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("DELETE FROM " + table);
            }
        }
        List<Located> events = new ArrayList<>();
        for (int set = 0; set < sets.size(); set++) {
            for (AcceptedEvent event : sets.get(set).events()) {
                events.add(new Located(set, event));
            }
        }
        loadEvents(events);
        fill(
                "environment",
                sets,
                (to, set, input) -> row(to, set, input.catalog().zone(), input.heavyLimit()));
        fill("metric", sets, OracleTables::metrics);
        for (String table : List.of("phase", "variant", "phase_metric", "dimension", "dimension_value", "covariate")) {
            fill(table, sets, (to, set, input) -> {
                for (TestCatalog.Experiment experiment : input.catalog().experiments()) {
                    for (TestCatalog.Phase phase : experiment.phases()) {
                        phase(to, table, set, experiment, phase);
                    }
                }
            });
        }
    }

    private void loadEvents(List<Located> events) throws SQLException {
        try (DuckDBAppender to = appender("event")) {
            for (int seq = 0; seq < events.size(); seq++) {
                event(to, seq, events.get(seq).set(), events.get(seq).event());
            }
        }
        try (DuckDBAppender to = appender("property")) {
            for (int seq = 0; seq < events.size(); seq++) {
                for (var entry : events.get(seq).event().properties().entrySet()) {
                    Object value = entry.getValue();
                    Boolean truth = value instanceof Boolean b ? b : null;
                    row(to, (long) seq, entry.getKey(), text(value), number(value), truth);
                }
            }
        }
        try (DuckDBAppender to = appender("attribute")) {
            for (int seq = 0; seq < events.size(); seq++) {
                for (var entry : events.get(seq).event().attributes().entrySet()) {
                    Object value = entry.getValue();
                    String text = value instanceof String given ? given : Json.of(value);
                    row(to, (long) seq, entry.getKey(), text, number(value));
                }
            }
        }
    }

    private static void event(DuckDBAppender to, long seq, int set, AcceptedEvent event) throws SQLException {
        row(
                to,
                set,
                seq,
                event.id(),
                event.type().name().toLowerCase(Locale.ROOT),
                event.time(),
                event.received(),
                event.imported(),
                event.unitType(),
                OracleInput.qualified(set, event.unit()),
                event.experiment() == null ? null : OracleInput.qualified(set, event.experiment()),
                event.phase(),
                event.variant(),
                event.reason(),
                event.name(),
                event.value());
    }

    private static void metrics(DuckDBAppender to, int set, OracleInput input) throws SQLException {
        for (TestCatalog.Metric metric : input.catalog().metrics()) {
            row(
                    to,
                    OracleInput.qualified(set, metric.key()),
                    metric.version(),
                    metric.kind().key(),
                    metric.delayMillis(),
                    metric.lengthMillis() == 0 ? null : metric.lengthMillis(),
                    metric.cap(),
                    metric.firstDay(),
                    metric.lastDay());
        }
    }

    private static void phase(
            DuckDBAppender to, String table, int set, TestCatalog.Experiment experiment, TestCatalog.Phase phase)
            throws SQLException {
        String key = OracleInput.qualified(set, experiment.key());
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
                    row(to, key, number, OracleInput.qualified(set, metric.key()), metric.version());
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

    private void fill(String table, List<OracleInput> sets, Rows rows) throws SQLException {
        try (DuckDBAppender to = appender(table)) {
            for (int set = 0; set < sets.size(); set++) {
                rows.appendTo(to, set, sets.get(set));
            }
        }
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
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
        void appendTo(DuckDBAppender to, int set, OracleInput input) throws SQLException;
    }

    private record Located(int set, AcceptedEvent event) {}
}
