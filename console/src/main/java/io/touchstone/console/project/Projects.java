package io.touchstone.console.project;

import io.r2dbc.spi.Readable;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.problem.Conflicts;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.console.time.ConsoleClock;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The projects there are. */
public final class Projects {
    private static final String COLUMNS = "select p.id, p.key, p.name, p.created_at from project p";

    private final DatabaseClient database;
    private final ConsoleClock clock;

    public Projects(DatabaseClient database, ConsoleClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The project of a key.
     *
     * @return fails with {@code not_found}
     */
    public Mono<Project> get(String key) {
        Mono<Project> missing = Mono.error(() -> ProblemException.notFound("project", key));
        if (!Require.isKey(key)) {
            return missing;
        }
        return database.sql(COLUMNS + " where p.key = :key")
                .bind("key", key)
                .map(Projects::read)
                .one()
                .switchIfEmpty(missing);
    }

    /** A page in order of keys. */
    public Mono<Page<Project>> list(PageRequest page) {
        return page.page(
                database.sql(COLUMNS + " where p.key > :after order by p.key limit :rows")
                        .bind("after", page.after())
                        .bind("rows", page.rows())
                        .map(Projects::read)
                        .all(),
                Project::key);
    }

    /** Whether there is none. */
    public Mono<Boolean> isEmpty() {
        return database.sql("select not exists (select 1 from project) as empty")
                .map(row -> Boolean.TRUE.equals(row.get("empty", Boolean.class)))
                .one();
    }

    /**
     * Makes a project.
     *
     * @return fails with {@code already_exists}
     */
    public Mono<Project> create(String key, String name) {
        return database.sql("""
                        insert into project as p (key, name, created_at) values (:key, :name, :now)
                        returning p.id, p.key, p.name, p.created_at""")
                .bind("key", key)
                .bind("name", name)
                .bind("now", clock.instant())
                .map(Projects::read)
                .one()
                .onErrorMap(Conflicts.alreadyExists("key", key, "a key no project has"));
    }

    private static Project read(Readable row) {
        return new Project(
                row.get("id", Integer.class),
                row.get("key", String.class),
                row.get("name", String.class),
                row.get("created_at", Instant.class));
    }
}
