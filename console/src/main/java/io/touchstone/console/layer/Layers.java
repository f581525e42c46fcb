package io.touchstone.console.layer;

import io.r2dbc.spi.Readable;
import io.touchstone.console.access.SecretText;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.problem.Conflicts;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.project.Environment;
import io.touchstone.console.project.EnvironmentEquipment;
import io.touchstone.console.time.ConsoleClock;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The layers of environments. */
public final class Layers implements EnvironmentEquipment {
    /** The layer every environment begins with. */
    public static final String DEFAULT = "default";

    private static final int SALT_CHARACTERS = 12;
    private static final String COLUMNS = "select l.id, l.key, l.salt from layer l where l.environment = :environment";

    private final DatabaseClient database;
    private final ConsoleClock clock;

    public Layers(DatabaseClient database, ConsoleClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The layer a body names.
     *
     * @return fails with {@code layer_unknown}
     */
    public Mono<Layer> named(Environment environment, String key) {
        return database.sql(COLUMNS + " and l.key = :key")
                .bind("environment", environment.number())
                .bind("key", key)
                .map(Layers::read)
                .one()
                .switchIfEmpty(Mono.error(() ->
                        ProblemException.of(ProblemCode.LAYER_UNKNOWN, "layer", key, "a layer of the environment")));
    }

    /** All, in order of keys. */
    public Flux<Layer> all(Environment environment) {
        return database.sql(COLUMNS + " order by l.key")
                .bind("environment", environment.number())
                .map(Layers::read)
                .all();
    }

    /** A page in order of keys. */
    public Mono<Page<Layer>> list(Environment environment, PageRequest page) {
        return page.page(
                database.sql(COLUMNS + " and l.key > :after order by l.key limit :rows")
                        .bind("environment", environment.number())
                        .bind("after", page.after())
                        .bind("rows", page.rows())
                        .map(Layers::read)
                        .all(),
                Layer::key);
    }

    /** Every environment has a default layer. */
    @Override
    public Mono<Void> equip(Environment made) {
        return insert(made, DEFAULT).then();
    }

    /**
     * Makes a layer with a salt of its own.
     *
     * @return fails with {@code already_exists}
     */
    public Mono<Layer> insert(Environment environment, String key) {
        return database.sql("""
                        insert into layer as l (environment, key, salt, created_at)
                        values (:environment, :key, :salt, :now) returning l.id, l.key, l.salt""")
                .bind("environment", environment.number())
                .bind("key", key)
                .bind("salt", "l-" + SecretText.random(SALT_CHARACTERS))
                .bind("now", clock.instant())
                .map(Layers::read)
                .one()
                .onErrorMap(Conflicts.alreadyExists("key", key, "a key no layer of the environment has"));
    }

    private static Layer read(Readable row) {
        return new Layer(row.get("id", Long.class), row.get("key", String.class), row.get("salt", String.class));
    }
}
