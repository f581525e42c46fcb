package io.touchstone.pipeline.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * Computes all cells (fold −1) of a set of accepted events by SQL over the raw events.
 *
 * <p>Each step of docs/formats/cells.md is one numbered file of SQL; the tables in between stay until the next set, so that a
 * cell can be explained. One connection, not thread-safe.
 */
final class Oracle implements AutoCloseable {

    private static final List<String> STEPS = List.of("20_entry", "30_slices", "40_outcomes", "50_steps", "60_cells");

    private final DuckDBConnection connection;
    private final OracleTables tables;

    Oracle() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start", e);
        }
        run(script("00_schema"));
        tables = new OracleTables(connection);
    }

    /** All cells of one set, but those that are zero throughout. */
    SortedMap<CellKey, CellMoments> cells(TestCatalog catalog, long heavyLimit, List<AcceptedEvent> events) {
        return cells(List.of(new OracleInput(catalog, heavyLimit, events))).getFirst();
    }

    /** The same for several sets in one pass, which costs little more than one. */
    List<SortedMap<CellKey, CellMoments>> cells(List<OracleInput> sets) {
        try {
            tables.load(sets);
            run(script("10_accepted"));
            for (int set = 0; set < sets.size(); set++) {
                run(matching(set, sets.get(set).catalog()));
            }
            STEPS.forEach(step -> run(script(step)));
            return read(sets.size());
        } catch (SQLException e) {
            throw new IllegalStateException("oracle: " + e.getMessage(), e);
        }
    }

    private static String matching(int set, TestCatalog catalog) {
        return "INSERT INTO matching "
                + catalog.metrics().stream()
                        .map(metric -> "SELECT " + Json.literal(OracleInput.qualified(set, metric.key())) + ", "
                                + metric.version() + ", e.seq FROM counted e WHERE e.type = 'outcome'"
                                + " AND e.environment = " + set
                                + ("*".equals(metric.event()) ? "" : " AND e.name = " + Json.literal(metric.event()))
                                + (metric.filter() == null
                                        ? ""
                                        : " AND " + metric.filter().sql()))
                        .collect(Collectors.joining(" UNION ALL "));
    }

    private List<SortedMap<CellKey, CellMoments>> read(int sets) throws SQLException {
        List<SortedMap<CellKey, CellMoments>> cells = new ArrayList<>();
        for (int set = 0; set < sets; set++) {
            cells.add(new TreeMap<>());
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM cell")) {
            while (row.next()) {
                CellMoments moments = new CellMoments(
                        row.getLong("units"),
                        doubles(row.getArray("sums")),
                        doubles(row.getArray("products")),
                        row.getDouble("cubes"),
                        row.getLong("non_zero"),
                        row.getLong("capped"),
                        row.getDouble("excess"));
                if (!moments.isZero()) {
                    cells.get(OracleInput.set(row.getString("experiment"))).put(key(row), moments);
                }
            }
        }
        return cells;
    }

    private static CellKey key(ResultSet row) throws SQLException {
        return new CellKey(
                OracleInput.plain(row.getString("experiment")),
                row.getInt("phase"),
                OracleInput.plain(row.getString("metric")),
                row.getInt("version"),
                row.getString("variant"),
                row.getString("slice"),
                row.getInt("bin"),
                row.getInt("cohort_day"),
                row.getInt("day"));
    }

    private static List<Double> doubles(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(Double.class::cast)
                .toList();
    }

    /** Which unit contributed what to a cell, after {@link #cells(TestCatalog, long, List)}. */
    List<String> explain(CellKey key) {
        if (key.bin() != 0) {
            return List.of("a day of the retention curve: table present");
        }
        List<String> lines = new ArrayList<>();
        String query = "SELECT unit, first, y_before, y, raw_before, raw FROM placed WHERE experiment = ? AND phase = ?"
                + " AND metric = ? AND version = ? AND variant = ? AND slice = ? AND cohort_day = ? AND day = ? ORDER BY unit";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            int at = 1;
            statement.setString(at++, OracleInput.qualified(0, key.experiment()));
            statement.setInt(at++, key.phase());
            statement.setString(
                    at++, key.metric().startsWith("$") ? key.metric() : OracleInput.qualified(0, key.metric()));
            statement.setInt(at++, key.version());
            statement.setString(at++, key.variant());
            statement.setString(at++, key.slice());
            statement.setInt(at++, key.cohortDay());
            statement.setInt(at, key.eventDay());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add("unit %s: %s y %s -> %s, raw %s -> %s"
                            .formatted(
                                    OracleInput.plain(row.getString("unit")),
                                    row.getBoolean("first") ? "n = 1," : "n = 0,",
                                    row.getObject("y_before"),
                                    row.getObject("y"),
                                    row.getObject("raw_before"),
                                    row.getObject("raw")));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("explain: " + e.getMessage(), e);
        }
        return lines.isEmpty() ? List.of("no unit contributes to this cell") : lines;
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("SQL: " + sql, e);
        }
    }

    private static String script(String name) {
        try (InputStream in = Oracle.class.getResourceAsStream("/oracle/" + name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("resource: /oracle/" + name + ".sql (expected: present)");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close", e);
        }
    }
}
