package io.touchstone.console.importing;

import io.r2dbc.spi.Readable;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.project.Environment;
import io.touchstone.console.time.ConsoleClock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The imports of environments. */
public final class Imports {
    private static final String COLUMNS = """
            select i.id, i.experiment, i.phase, i.file_sha256, i.state, i.next_row, i.expected_rows, i.rows, i.opened_at, i.until,
                   i.sealed_at
              from import i where i.environment = :environment""";

    private final DatabaseClient database;
    private final ConsoleClock clock;

    public Imports(DatabaseClient database, ConsoleClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All, in order of their opening. */
    public Flux<ImportResource> all(Environment environment) {
        return database.sql(COLUMNS + " order by i.opened_at, i.id")
                .bind("environment", environment.number())
                .map(this::read)
                .all();
    }

    /** Those of an experiment, in order of their opening. */
    Mono<List<ImportResource>> of(Environment environment, String experiment) {
        return database.sql(COLUMNS + " and i.experiment = :experiment order by i.opened_at, i.id")
                .bind("environment", environment.number())
                .bind("experiment", experiment)
                .map(this::read)
                .all()
                .collectList();
    }

    /**
     * The import of an id.
     *
     * @return fails with {@code not_found}
     */
    Mono<ImportResource> get(Environment environment, String id) {
        return database.sql(COLUMNS + " and i.id = :id")
                .bind("environment", environment.number())
                .bind("id", id.indexOf('\0') < 0 ? id : "")
                .map(this::read)
                .one()
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("import", id)));
    }

    Mono<ImportResource> insert(Environment environment, ImportResource opened) {
        Long expected = opened.expectedRows();
        DatabaseClient.GenericExecuteSpec insert = database.sql("""
                        insert into import (id, environment, experiment, phase, file_sha256, state, next_row, expected_rows,
                                            opened_at, until)
                        values (:id, :environment, :experiment, :phase, :sha256, 'open', :next, :expected, :opened, :until)""")
                .bind("id", opened.id())
                .bind("environment", environment.number())
                .bind("experiment", opened.experiment())
                .bind("phase", opened.phase())
                .bind("sha256", opened.fileSha256())
                .bind("next", opened.nextRow())
                .bind("opened", opened.openedAt())
                .bind("until", opened.until());
        insert = expected == null ? insert.bindNull("expected", Long.class) : insert.bind("expected", expected);
        return insert.then().thenReturn(opened);
    }

    Mono<ImportResource> seal(Environment environment, ImportResource open, long rows) {
        ImportResource sealed = open.sealed(rows, clock.instant());
        return database.sql("""
                        update import set state = 'sealed', rows = :rows, sealed_at = :now
                         where environment = :environment and id = :id""")
                .bind("rows", rows)
                .bind("now", clock.instant())
                .bind("environment", environment.number())
                .bind("id", open.id())
                .then()
                .thenReturn(sealed);
    }

    /** Closes what was open for too long; says how many. */
    Mono<Long> expire(Environment environment) {
        return database.sql("""
                        update import set state = 'incomplete', sealed_at = :now
                         where environment = :environment and state = 'open' and until <= :now""")
                .bind("now", clock.instant())
                .bind("environment", environment.number())
                .fetch()
                .rowsUpdated();
    }

    /** Environments, as project and key, with an import that was open for too long. */
    Flux<List<String>> expiredIn() {
        return database.sql("""
                        select distinct p.key as project, e.key as environment
                          from import i join environment e on e.number = i.environment join project p on p.id = e.project_id
                         where i.state = 'open' and i.until <= :now""")
                .bind("now", clock.instant())
                .map(row -> List.of(row.get("project", String.class), row.get("environment", String.class)))
                .all();
    }

    private ImportResource read(Readable row) {
        ImportState state = ImportState.valueOf(row.get("state", String.class).toUpperCase(Locale.ROOT));
        Instant until = row.get("until", Instant.class);
        // The row says so only when somebody has looked; the rule holds at once.
        boolean expired = state == ImportState.OPEN && !until.isAfter(clock.instant());
        return new ImportResource(
                row.get("id", String.class),
                row.get("experiment", String.class),
                row.get("phase", Integer.class),
                row.get("file_sha256", String.class),
                expired ? ImportState.INCOMPLETE : state,
                row.get("next_row", Long.class),
                row.get("expected_rows", Long.class),
                row.get("rows", Long.class),
                row.get("opened_at", Instant.class),
                until,
                row.get("sealed_at", Instant.class));
    }
}
