package io.touchstone.console.apikey;

import io.r2dbc.spi.Readable;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.project.Environment;
import io.touchstone.console.time.ConsoleClock;
import io.touchstone.model.access.ExposureMode;
import io.touchstone.model.access.KeyKind;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The API keys of environments. */
public final class ApiKeys {
    private static final String COLUMNS = """
            select k.id, k.name, k.kind, k.sha256, k.exposure, k.origins, k.events_per_second, k.created_at, k.revoked_at
              from api_key k where k.environment = :environment""";

    private final DatabaseClient database;
    private final ConsoleClock clock;

    public ApiKeys(DatabaseClient database, ConsoleClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All, in order of ids, revoked ones too. */
    public Flux<ApiKey> all(Environment environment) {
        return database.sql(COLUMNS + " order by k.id")
                .bind("environment", environment.number())
                .map(ApiKeys::read)
                .all();
    }

    /** A page in order of ids. */
    public Mono<Page<ApiKey>> list(Environment environment, PageRequest page) {
        return page.page(
                database.sql(COLUMNS + " and k.id > :after order by k.id limit :rows")
                        .bind("environment", environment.number())
                        .bind("after", page.after())
                        .bind("rows", page.rows())
                        .map(ApiKeys::read)
                        .all(),
                ApiKey::id);
    }

    /** Stores a key. */
    public Mono<ApiKey> insert(Environment environment, ApiKey key) {
        return database.sql("""
                        insert into api_key (id, environment, name, kind, sha256, exposure, origins, events_per_second,
                                             created_at)
                        values (:id, :environment, :name, :kind, :sha256, :exposure, :origins, :limit, :now)""")
                .bind("id", key.id())
                .bind("environment", environment.number())
                .bind("name", key.name())
                .bind("kind", key.kind().key())
                .bind("sha256", HexFormat.of().parseHex(key.sha256()))
                .bind("exposure", key.exposure().key())
                .bind("origins", key.origins().toArray(String[]::new))
                .bind("limit", key.eventsPerSecond())
                .bind("now", key.createdAt())
                .then()
                .thenReturn(key);
    }

    /**
     * Revokes a key; again is no error.
     *
     * @return fails with {@code not_found}
     */
    public Mono<Void> revoke(Environment environment, String id) {
        return database.sql("""
                        update api_key set revoked_at = coalesce(revoked_at, :now)
                         where environment = :environment and id = :id""")
                .bind("now", clock.instant())
                .bind("environment", environment.number())
                .bind("id", id.indexOf('\0') < 0 ? id : "")
                .fetch()
                .rowsUpdated()
                .filter(updated -> updated == 1)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("key", id)))
                .then();
    }

    private static ApiKey read(Readable row) {
        String exposure = row.get("exposure", String.class);
        return new ApiKey(
                row.get("id", String.class),
                row.get("name", String.class),
                KeyKind.valueOf(row.get("kind", String.class).toUpperCase(Locale.ROOT)),
                HexFormat.of().formatHex(row.get("sha256", byte[].class)),
                exposure.equals(ExposureMode.MANUAL.key()) ? ExposureMode.MANUAL : ExposureMode.ON_EVALUATE,
                List.of(row.get("origins", String[].class)),
                row.get("events_per_second", Integer.class),
                row.get("created_at", Instant.class),
                row.get("revoked_at", Instant.class));
    }
}
