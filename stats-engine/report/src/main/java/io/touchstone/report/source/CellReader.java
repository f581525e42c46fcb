package io.touchstone.report.source;

import io.r2dbc.spi.Readable;
import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.cell.PackedRow;
import io.touchstone.model.cell.RowKey;
import io.touchstone.report.answer.ReportScope;
import io.touchstone.report.count.CountedRow;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** The rows of cells of one phase, slice of all units, in one query. */
public final class CellReader {

    private static final String ROWS = """
            select metric, metric_version, variant, event_day, payload
              from cell_row
             where environment = :environment
               and generation = :generation
               and experiment = :experiment
               and phase = :phase
               and slice = :slice
               and fold = :fold
               and bin = :bin
               and event_day <= :asOf
            """;
    private static final String ONE_METRIC = ROWS + """
               and metric = :metric
               and metric_version = :version
            """;

    private final DatabaseClient database;

    /** A reader of that database. */
    public CellReader(DatabaseClient database) {
        this.database = database;
    }

    /** All rows of event days up to the report's day, in no order. */
    public Flux<CountedRow> rows(ReportScope scope) {
        return rows(database.sql(ROWS), scope, RowKey.VALUE);
    }

    /** The rows of one metric in one bin, of event days up to the report's day, in no order. */
    public Flux<CountedRow> rows(ReportScope scope, MetricRef metric, int bin) {
        return rows(
                database.sql(ONE_METRIC).bind("metric", metric.key()).bind("version", metric.version()), scope, bin);
    }

    private static Flux<CountedRow> rows(DatabaseClient.GenericExecuteSpec query, ReportScope scope, int bin) {
        return query.bind("environment", scope.catalog().environment())
                .bind("generation", scope.phase().generation())
                .bind("experiment", scope.experiment().key())
                .bind("phase", scope.phase().number())
                .bind("slice", RowKey.ALL)
                .bind("fold", (short) RowKey.NO_FOLD)
                .bind("bin", bin)
                .bind("asOf", scope.asOf())
                .map(CellReader::row)
                .all();
    }

    private static CountedRow row(Readable row) {
        return new CountedRow(
                new MetricRef(column(row, "metric", String.class), column(row, "metric_version", Integer.class)),
                column(row, "variant", String.class),
                (int) column(row, "event_day", LocalDate.class).toEpochDay(),
                PackedRow.decode(column(row, "payload", byte[].class)));
    }

    private static <T> T column(Readable row, String name, Class<T> type) {
        return Objects.requireNonNull(row.get(name, type), name);
    }
}
