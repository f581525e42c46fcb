package io.touchstone.console.flag;

import io.r2dbc.spi.Readable;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.problem.Conflicts;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.core.datafile.FlagType;
import io.touchstone.core.json.CanonicalJson;
import java.time.Instant;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The flags of projects. */
public final class Flags {
    private static final String COLUMNS =
            "select f.key, f.name, f.type, f.default_value, f.created_at from flag f where f.project_id = :project";

    private final DatabaseClient database;

    public Flags(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The flag a path names.
     *
     * @return fails with {@code not_found}
     */
    public Mono<Flag> get(int projectId, String key) {
        return find(projectId, key).switchIfEmpty(Mono.error(() -> ProblemException.notFound("flag", key)));
    }

    /**
     * The flag a body names.
     *
     * @return fails with {@code flag_unknown}
     */
    public Mono<Flag> named(int projectId, String key) {
        return find(projectId, key)
                .switchIfEmpty(Mono.error(
                        () -> ProblemException.of(ProblemCode.FLAG_UNKNOWN, "flag", key, "a flag of the project")));
    }

    /** All, in order of keys. */
    public Flux<Flag> all(int projectId) {
        return database.sql(COLUMNS + " order by f.key")
                .bind("project", projectId)
                .map(Flags::read)
                .all();
    }

    /** A page in order of keys. */
    public Mono<Page<Flag>> list(int projectId, PageRequest page) {
        return page.page(
                database.sql(COLUMNS + " and f.key > :after order by f.key limit :rows")
                        .bind("project", projectId)
                        .bind("after", page.after())
                        .bind("rows", page.rows())
                        .map(Flags::read)
                        .all(),
                Flag::key);
    }

    /**
     * Stores a flag.
     *
     * @return fails with {@code already_exists}
     */
    public Mono<Flag> insert(int projectId, Flag flag) {
        return database.sql("""
                        insert into flag (project_id, key, name, type, default_value, created_at)
                        values (:project, :key, :name, :type, :default, :now)""")
                .bind("project", projectId)
                .bind("key", flag.key())
                .bind("name", flag.name())
                .bind("type", flag.type().wireName())
                .bind("default", flag.defaultValue().toJson())
                .bind("now", flag.createdAt())
                .then()
                .thenReturn(flag)
                .onErrorMap(Conflicts.alreadyExists("key", flag.key(), "a key no flag of the project has"));
    }

    private Mono<Flag> find(int projectId, String key) {
        if (!Require.isKey(key)) {
            return Mono.empty();
        }
        return database.sql(COLUMNS + " and f.key = :key")
                .bind("project", projectId)
                .bind("key", key)
                .map(Flags::read)
                .one();
    }

    private static Flag read(Readable row) {
        return new Flag(
                row.get("key", String.class),
                row.get("name", String.class),
                FlagType.valueOf(row.get("type", String.class).toUpperCase(Locale.ROOT)),
                CanonicalJson.read(row.get("default_value", String.class)),
                row.get("created_at", Instant.class));
    }
}
