package io.touchstone.console.metric;

import io.r2dbc.spi.Readable;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.problem.Conflicts;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.console.time.ConsoleClock;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.Fields;
import io.touchstone.model.catalog.MetricCodec;
import io.touchstone.model.catalog.MetricDefinition;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The metrics of projects and all their versions. */
public final class Metrics {
    private static final String VERSIONS = """
            select v.metric, v.version, v.definition from metric_version v where v.project_id = :project""";
    private static final String LATEST = VERSIONS + """

               and v.version = (select max(w.version) from metric_version w
                               where w.project_id = v.project_id and w.metric = v.metric)""";

    private final DatabaseClient database;
    private final ConsoleClock clock;

    public Metrics(DatabaseClient database, ConsoleClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Every version of every metric, in order. */
    public Flux<MetricDefinition> all(int projectId) {
        return database.sql(VERSIONS + " order by v.metric, v.version")
                .bind("project", projectId)
                .map(Metrics::read)
                .all();
    }

    /**
     * All versions of one metric, in order.
     *
     * @return fails with {@code not_found}
     */
    public Flux<MetricDefinition> versions(int projectId, String key) {
        return database.sql(VERSIONS + " and v.metric = :metric order by v.version")
                .bind("project", projectId)
                .bind("metric", Require.isKey(key) ? key : "")
                .map(Metrics::read)
                .all()
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("metric", key)));
    }

    /** A page of the latest versions in order of keys. */
    public Mono<Page<MetricDefinition>> list(int projectId, PageRequest page) {
        return page.page(
                database.sql(LATEST + " and v.metric > :after order by v.metric limit :rows")
                        .bind("project", projectId)
                        .bind("after", page.after())
                        .bind("rows", page.rows())
                        .map(Metrics::read)
                        .all(),
                MetricDefinition::key);
    }

    /**
     * Makes a metric with its first version.
     *
     * @return fails with {@code already_exists}
     */
    Mono<MetricDefinition> insert(int projectId, MetricDefinition first) {
        return database.sql("""
                        insert into metric (project_id, key, name, created_at) values (:project, :key, :name, :now)""")
                .bind("project", projectId)
                .bind("key", first.key())
                .bind("name", first.name())
                .bind("now", clock.instant())
                .then()
                .then(insertVersion(projectId, first))
                .onErrorMap(Conflicts.alreadyExists(
                        "key",
                        first.key(),
                        "a key no metric of the project has; POST …/versions makes the next version"));
    }

    /**
     * The number of a metric's next version; the metric's row is locked until the transaction ends.
     *
     * @return fails with {@code not_found}
     */
    Mono<Integer> nextVersion(int projectId, String key) {
        return database.sql("select m.key from metric m where m.project_id = :project and m.key = :key for update")
                .bind("project", projectId)
                .bind("key", Require.isKey(key) ? key : "")
                .map(row -> row.get("key", String.class))
                .one()
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("metric", key)))
                .then(versions(projectId, key).last())
                .map(last -> last.version() + 1);
    }

    Mono<MetricDefinition> insertVersion(int projectId, MetricDefinition metric) {
        return database.sql("""
                        insert into metric_version (project_id, metric, version, definition, created_at)
                        values (:project, :metric, :version, :definition, :now)""")
                .bind("project", projectId)
                .bind("metric", metric.key())
                .bind("version", metric.version())
                .bind("definition", MetricCodec.write(metric).toJson())
                .bind("now", clock.instant())
                .then()
                .thenReturn(metric);
    }

    private static MetricDefinition read(Readable row) {
        Fields definition = Fields.of("", CanonicalJson.read(row.get("definition", String.class)));
        return MetricCodec.read(definition, row.get("metric", String.class), row.get("version", Integer.class));
    }
}
