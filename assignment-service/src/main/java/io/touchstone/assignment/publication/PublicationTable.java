package io.touchstone.assignment.publication;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The publication table over one connection: the only class of the data plane that speaks SQL. */
final class PublicationTable {
    private static final String CHANNEL = "touchstone_publication";
    private static final Duration UNLISTEN_TIMEOUT = Duration.ofSeconds(1);

    // One index step per environment; the table keeps every version.
    private static final String HEADS = """
            select environment.number, latest.version
            from environment
            cross join lateral (
              select publication.version from publication
              where publication.environment = environment.number
              order by publication.version desc limit 1) latest
            """;

    private static final String ONE = """
            select publication.environment, publication.version, publication.datafile, publication.datafile_etag,
                   publication.catalog, publication.access_list
            from publication where publication.environment = $1 and publication.version = $2
            """;

    private final PostgresqlConnection connection;

    /**
     * The latest version of an environment.
     *
     * @param environment number of the environment
     * @param version its latest version
     */
    record Head(int environment, long version) {}

    PublicationTable(Connection connection) {
        this.connection = unwrap(connection);
    }

    /** Listens; every publication of any environment is one signal. Ends with the connection. */
    Flux<Notification> notifications() {
        return connection
                .createStatement("listen " + CHANNEL)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .thenMany(connection.getNotifications());
    }

    /** Stops listening: a pool may give the connection to somebody else. */
    Mono<Void> stopNotifications() {
        return connection
                .createStatement("unlisten " + CHANNEL)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .then()
                .timeout(UNLISTEN_TIMEOUT)
                .onErrorComplete();
    }

    Flux<Head> heads() {
        return connection
                .createStatement(HEADS)
                .execute()
                .flatMap(result -> result.map(row -> new Head(integer(row, 0), big(row, 1))));
    }

    Mono<Publication> read(Head head) {
        return connection
                .createStatement(ONE)
                .bind("$1", head.environment())
                .bind("$2", head.version())
                .execute()
                .flatMap(result -> result.map(PublicationTable::publication))
                .next();
    }

    private static Publication publication(Readable row) {
        return new Publication(integer(row, 0), big(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5));
    }

    private static int integer(Readable row, int column) {
        return present(row.get(column, Integer.class));
    }

    private static long big(Readable row, int column) {
        return present(row.get(column, Long.class));
    }

    private static String text(Readable row, int column) {
        return present(row.get(column, String.class));
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("publication: null column (expected: not null by its constraint)");
        }
        return value;
    }

    private static PostgresqlConnection unwrap(Connection connection) {
        if (connection instanceof PostgresqlConnection postgres) {
            return postgres;
        }
        if (connection instanceof Wrapped<?> wrapped
                && wrapped.unwrap(PostgresqlConnection.class) instanceof PostgresqlConnection postgres) {
            return postgres;
        }
        throw new IllegalStateException(
                "connection: " + connection.getClass().getName() + " (expected: of r2dbc-postgresql)");
    }
}
