package io.touchstone.report.source;

import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.CatalogCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The newest published catalog of an environment. Keeps the last one of each environment and asks PostgreSQL every time for a
 * newer one, so a report never misses a publication and rarely transfers a catalog.
 */
public final class CatalogReader {

    private static final String NEWEST = """
            select published.version,
                   case when published.version = :known then null else published.catalog end as catalog
              from environment
              join project on project.id = environment.project_id
              join lateral (select publication.version, publication.catalog
                              from publication
                             where publication.environment = environment.number
                             order by publication.version desc
                             limit 1) as published on true
             where project.key = :project and environment.key = :environment
            """;

    private final DatabaseClient database;
    private final Map<String, Catalog> last = new ConcurrentHashMap<>();

    /** A reader with nothing kept yet. */
    public CatalogReader(DatabaseClient database) {
        this.database = database;
    }

    /** The newest catalog; empty where there is no such environment, or it never published. */
    public Mono<Catalog> newest(String project, String environment) {
        String name = project + "/" + environment;
        Catalog kept = last.get(name);
        return database.sql(NEWEST)
                .bind("known", kept == null ? 0L : kept.version())
                .bind("project", project)
                .bind("environment", environment)
                .map((row, metadata) -> decode(row.get("catalog", String.class), kept))
                .one()
                .doOnNext(catalog -> last.merge(name, catalog, CatalogReader::newer));
    }

    private static Catalog newer(Catalog one, Catalog other) {
        return one.version() >= other.version() ? one : other;
    }

    private static Catalog decode(@Nullable String json, @Nullable Catalog kept) {
        if (json == null) {
            if (kept == null) {
                throw new IllegalStateException("catalog: absent (expected: the text of the publication)");
            }
            return kept;
        }
        try {
            return CatalogCodec.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Without the cause: a broken publication is our fault, not a bad request.
            throw new IllegalStateException("catalog: " + e.getMessage());
        }
    }
}
