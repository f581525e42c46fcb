package io.touchstone.console.experiment;

import io.r2dbc.spi.Readable;
import io.touchstone.console.flag.ExperimentsOnFlag;
import io.touchstone.console.json.ConsoleJson;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.problem.Conflicts;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.console.project.Environment;
import io.touchstone.console.time.ConsoleClock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The experiments of environments. */
public final class Experiments implements ExperimentsOnFlag {
    private static final String COLUMNS = """
            select x.key, x.name, x.state, x.keep_serving, x.definition, x.serves_from, x.revision, x.created_at, x.updated_at
              from experiment x where x.environment = :environment""";

    private final DatabaseClient database;
    private final ConsoleClock clock;

    public Experiments(DatabaseClient database, ConsoleClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The experiment of a key.
     *
     * @return fails with {@code not_found}
     */
    public Mono<Experiment> get(Environment environment, String key) {
        Mono<Experiment> missing = Mono.error(() -> ProblemException.notFound("experiment", key));
        if (!Require.isKey(key)) {
            return missing;
        }
        return database.sql(COLUMNS + " and x.key = :key")
                .bind("environment", environment.number())
                .bind("key", key)
                .map(Experiments::read)
                .one()
                .switchIfEmpty(missing);
    }

    /** All, in order of keys. */
    public Flux<Experiment> all(Environment environment) {
        return database.sql(COLUMNS + " order by x.key")
                .bind("environment", environment.number())
                .map(Experiments::read)
                .all();
    }

    /** Keys of the experiments on a flag; imported ones take no rule and are left out. */
    @Override
    public Mono<Set<String>> keysOnFlag(Environment environment, String flag) {
        return database.sql("""
                        select x.key from experiment x
                         where x.environment = :environment and x.flag = :flag and not x.imported""")
                .bind("environment", environment.number())
                .bind("flag", flag)
                .map(row -> row.get("key", String.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** A page in order of keys. */
    public Mono<Page<Experiment>> list(Environment environment, PageRequest page) {
        return page.page(
                database.sql(COLUMNS + " and x.key > :after order by x.key limit :rows")
                        .bind("environment", environment.number())
                        .bind("after", page.after())
                        .bind("rows", page.rows())
                        .map(Experiments::read)
                        .all(),
                Experiment::key);
    }

    /**
     * Stores a draft.
     *
     * @return fails with {@code already_exists}
     */
    Mono<Experiment> insert(Environment environment, String key, String name, Design design) {
        Instant now = clock.instant();
        return database.sql("""
                        insert into experiment (environment, project_id, key, name, flag, imported, state, definition,
                                                revision, created_at, updated_at)
                        values (:environment, :project, :key, :name, :flag, :imported, 'draft', :definition, 1, :now, :now)""")
                .bind("environment", environment.number())
                .bind("project", environment.projectId())
                .bind("key", key)
                .bind("name", name)
                .bind("flag", design.flag())
                .bind("imported", design.imported())
                .bind("definition", ConsoleJson.write(design))
                .bind("now", now)
                .then()
                .thenReturn(new Experiment(key, name, ExperimentState.DRAFT, false, design, null, 1, now, now))
                .onErrorMap(Conflicts.alreadyExists("key", key, "a key no experiment of the environment has"));
    }

    /** Stores a change. The caller holds the environment's lock and publishes. */
    Mono<Experiment> update(Environment environment, Experiment experiment) {
        Instant serves = experiment.servesFrom();
        DatabaseClient.GenericExecuteSpec update = database.sql("""
                        update experiment
                           set name = :name, flag = :flag, imported = :imported, state = :state, keep_serving = :keep,
                               definition = :definition, serves_from = :serves, revision = :revision, updated_at = :now
                         where environment = :environment and key = :key""")
                .bind("name", experiment.name())
                .bind("flag", experiment.design().flag())
                .bind("imported", experiment.design().imported())
                .bind("state", experiment.state().key())
                .bind("keep", experiment.keepServing())
                .bind("definition", ConsoleJson.write(experiment.design()))
                .bind("revision", experiment.revision())
                .bind("now", clock.instant())
                .bind("environment", environment.number())
                .bind("key", experiment.key());
        update = serves == null ? update.bindNull("serves", Instant.class) : update.bind("serves", serves);
        return update.then().thenReturn(experiment);
    }

    private static Experiment read(Readable row) {
        return new Experiment(
                row.get("key", String.class),
                row.get("name", String.class),
                ExperimentState.of(row.get("state", String.class)),
                Boolean.TRUE.equals(row.get("keep_serving", Boolean.class)),
                ConsoleJson.stored(row.get("definition", String.class), Design.class),
                row.get("serves_from", Instant.class),
                row.get("revision", Long.class),
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class));
    }
}
