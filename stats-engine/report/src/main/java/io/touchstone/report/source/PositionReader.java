package io.touchstone.report.source;

import java.time.Instant;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** How far the cells have come. */
public final class PositionReader {

    // The partition that is furthest behind decides, and one of which nothing is known yet leaves the answer open.
    private static final String COMPLETE = """
            select case when count(*) = count(complete_through) then min(complete_through) end as complete_through
              from event_progress
            """;

    private final DatabaseClient database;

    /** A reader of that database. */
    public PositionReader(DatabaseClient database) {
        this.database = database;
    }

    /** Every event that was acknowledged before this instant is in the cells; empty before anything was counted. */
    public Mono<Optional<Instant>> countedThrough() {
        return database.sql(COMPLETE)
                .map(row -> Optional.ofNullable(row.get("complete_through", Instant.class)))
                .one();
    }
}
