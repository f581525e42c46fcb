package io.touchstone.report.source;

import java.time.Instant;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** How far the cells have come. */
public final class PositionReader {

    private static final String NEWEST = "select max(counted_through) as counted_through from sink_position";

    private final DatabaseClient database;

    /** A reader of that database. */
    public PositionReader(DatabaseClient database) {
        this.database = database;
    }

    /** {@code received} of the newest event that is in any cell; empty before the first. */
    public Mono<Optional<Instant>> countedThrough() {
        return database.sql(NEWEST)
                .map(row -> Optional.ofNullable(row.get("counted_through", Instant.class)))
                .one();
    }
}
