package io.touchstone.console.project;

import io.r2dbc.spi.Readable;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.problem.Conflicts;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.console.time.ConsoleClock;
import java.time.ZoneId;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The environments of projects, and the locks that order what changes them. */
public final class Environments {
    private static final String COLUMNS = """
            select e.number, e.project_id, p.key as project_key, e.key, e.name, e.zone, e.version
              from environment e join project p on p.id = e.project_id""";

    private final DatabaseClient database;
    private final Projects projects;
    private final ConsoleClock clock;

    public Environments(DatabaseClient database, Projects projects, ConsoleClock clock) {
        this.database = database;
        this.projects = projects;
        this.clock = clock;
    }

    /**
     * The environment of two keys.
     *
     * @return fails with {@code not_found}
     */
    public Mono<Environment> get(String project, String key) {
        return find(project, key, "");
    }

    /**
     * The same, its row locked until the transaction ends: starts, stops and publications of an environment come one after
     * the other.
     *
     * @return fails with {@code not_found}
     */
    public Mono<Environment> lock(String project, String key) {
        return find(project, key, " for update of e");
    }

    /**
     * All environments of a project, locked in order of their numbers, so that two callers cannot wait for each other; and the
     * project, so that none is added meanwhile.
     */
    public Flux<Environment> lockAll(Project project) {
        return lockProject(project)
                .thenMany(database.sql(COLUMNS + " where e.project_id = :project order by e.number for update of e")
                        .bind("project", project.id())
                        .map(Environments::read)
                        .all());
    }

    /** A page in order of keys. */
    public Mono<Page<Environment>> list(Project project, PageRequest page) {
        return page.page(
                database.sql(COLUMNS + " where e.project_id = :project and e.key > :after order by e.key limit :rows")
                        .bind("project", project.id())
                        .bind("after", page.after())
                        .bind("rows", page.rows())
                        .map(Environments::read)
                        .all(),
                Environment::key);
    }

    /**
     * Makes an environment, not yet published.
     *
     * @return fails with {@code already_exists}
     */
    Mono<Environment> insert(Project project, String key, String name, ZoneId zone) {
        return lockProject(project)
                .then(database.sql("""
                        insert into environment (project_id, key, name, zone, created_at)
                        values (:project, :key, :name, :zone, :now) returning number""")
                        .bind("project", project.id())
                        .bind("key", key)
                        .bind("name", name)
                        .bind("zone", zone.getId())
                        .bind("now", clock.instant())
                        .map(row -> row.get("number", Integer.class))
                        .one())
                .map(number -> new Environment(number, project.id(), project.key(), key, name, zone, 0))
                .onErrorMap(Conflicts.alreadyExists("key", key, "a key no environment of the project has"));
    }

    private Mono<Void> lockProject(Project project) {
        return database.sql("select p.id from project p where p.id = :project for no key update")
                .bind("project", project.id())
                .then();
    }

    private Mono<Environment> find(String project, String key, String lock) {
        Mono<Environment> missing = Mono.defer(() -> projects.get(project))
                .then(Mono.error(() -> ProblemException.notFound("environment", key)));
        if (!Require.isKey(project) || !Require.isKey(key)) {
            return missing;
        }
        return database.sql(COLUMNS + " where p.key = :project and e.key = :key" + lock)
                .bind("project", project)
                .bind("key", key)
                .map(Environments::read)
                .one()
                .switchIfEmpty(missing);
    }

    private static Environment read(Readable row) {
        return new Environment(
                row.get("number", Integer.class),
                row.get("project_id", Integer.class),
                row.get("project_key", String.class),
                row.get("key", String.class),
                row.get("name", String.class),
                ZoneId.of(row.get("zone", String.class)),
                row.get("version", Long.class));
    }
}
