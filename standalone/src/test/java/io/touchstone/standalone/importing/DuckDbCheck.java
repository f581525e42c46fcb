package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Counts the same file by SQL, apart from all code of ours. */
final class DuckDbCheck {

    private final Path file;
    private final char separator;

    DuckDbCheck(Path file, char separator) {
        this.file = file;
        this.separator = separator;
    }

    /** Units, conversions, mean and sample variance of every arm, for one column; no unit may be in two arms. */
    void agrees(JsonNode report, String metric, String unit, String arm, String column) throws SQLException {
        boolean conversion = kind(report, metric).equals("conversion");
        String value = conversion
                ? "max(case when lower(trim(%s)) in ('1', 'true', 'yes') then 1.0 else 0.0 end)"
                : "sum(coalesce(try_cast(nullif(trim(%s), '') as double), 0))";
        String sql =
                "select arm, count(*), sum(y), avg(y), var_samp(y), var_pop(y) from (select %s as unit, %s as arm, %s as y from "
                                .formatted(quoted(unit), quoted(arm), value.formatted(quoted(column)))
                        + "read_csv('%s', delim = '%s', header = true, all_varchar = true, quote = '\"', escape = '\"', parallel = false)"
                                .formatted(file, separator)
                        + " group by all) group by arm";
        Set<String> arms = new HashSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                arms.add(rows.getString(1));
                JsonNode variant = ReportAgreement.variant(report, metric, rows.getString(1));
                assertThat(variant.path("units").asLong()).isEqualTo(rows.getLong(2));
                if (conversion) {
                    assertThat(variant.path("count").asLong()).isEqualTo(rows.getLong(3));
                }
                ReportAgreement.close(variant.path("value"), rows.getDouble(4));
                ReportAgreement.close(variant.path("variance"), conversion ? rows.getDouble(6) : rows.getDouble(5));
            }
        }
        assertThat(arms).hasSizeGreaterThanOrEqualTo(2);
        assertThat(report.at("/srm/variants")).hasSameSizeAs(arms);
    }

    private static String kind(JsonNode report, String metric) {
        for (JsonNode one : report.path("metrics")) {
            if (one.path("key").asString().equals(metric)) {
                return one.path("kind").asString();
            }
        }
        throw new AssertionError("no metric " + metric + " in " + report);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
