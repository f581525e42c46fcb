package io.touchstone.console.metric;

import io.touchstone.console.idempotency.Creation;
import io.touchstone.console.idempotency.IdempotentCreations;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.console.project.ProjectPublications;
import io.touchstone.console.project.Projects;
import io.touchstone.model.catalog.MetricDefinition;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Metrics over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/projects/{project}/metrics", produces = "application/json")
public final class MetricEndpoint {
    private final Projects projects;
    private final Metrics metrics;
    private final ProjectPublications publications;
    private final IdempotentCreations creations;

    public MetricEndpoint(
            Projects projects, Metrics metrics, ProjectPublications publications, IdempotentCreations creations) {
        this.projects = projects;
        this.metrics = metrics;
        this.publications = publications;
        this.creations = creations;
    }

    /** The latest version of each metric in order of keys. */
    @GetMapping
    public Mono<Page<MetricAnswer>> listMetrics(
            @PathVariable String project,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of("metrics/" + project, limit, cursor);
        return projects.get(project)
                .flatMap(found -> metrics.list(found.id(), page))
                .map(found -> found.map(MetricAnswer::of));
    }

    /** The latest version of a metric. */
    @GetMapping("/{metric}")
    public Mono<MetricAnswer> getMetric(@PathVariable String project, @PathVariable String metric) {
        return projects.get(project)
                .flatMap(found -> metrics.versions(found.id(), metric).last())
                .map(MetricAnswer::of);
    }

    /** All versions of a metric, the first one first. */
    @GetMapping("/{metric}/versions")
    public Mono<Page<MetricAnswer>> listMetricVersions(@PathVariable String project, @PathVariable String metric) {
        return projects.get(project)
                .flatMapMany(found -> metrics.versions(found.id(), metric))
                .map(MetricAnswer::of)
                .collectList()
                .map((List<MetricAnswer> all) -> new Page<>(all, null));
    }

    /** Makes a metric at version 1. */
    @PostMapping(consumes = "application/json")
    public Mono<ResponseEntity<MetricAnswer>> createMetric(
            @PathVariable String project, @RequestBody MetricRequest body, ServerHttpRequest request) {
        return creations.create(request, body, MetricAnswer.class, () -> {
            MetricDefinition first = body.definition(Require.key("key", body.key()), 1);
            URI location = URI.create(request.getPath().value() + "/" + first.key());
            // No document lists a metric before an experiment names it: nothing to publish.
            return projects.get(project)
                    .flatMap(found -> metrics.insert(found.id(), first))
                    .map(made -> Creation.of(MetricAnswer.of(made), location));
        });
    }

    /** Makes the next version of a metric; running phases keep theirs. */
    @PostMapping(path = "/{metric}/versions", consumes = "application/json")
    public Mono<ResponseEntity<MetricAnswer>> createMetricVersion(
            @PathVariable String project,
            @PathVariable String metric,
            @RequestBody MetricRequest body,
            ServerHttpRequest request) {
        return creations.create(request, body, MetricAnswer.class, () -> {
            if (body.key() != null && !body.key().equals(metric)) {
                throw ProblemException.of(ProblemCode.VALUE_INVALID, "key", body.key(), "absent, or " + metric);
            }
            URI location = URI.create(request.getPath().value());
            return projects.get(project)
                    .flatMap(found -> publications.after(
                            found,
                            metrics.nextVersion(found.id(), metric)
                                    .flatMap(version ->
                                            metrics.insertVersion(found.id(), body.definition(metric, version)))))
                    .map(made -> Creation.of(MetricAnswer.of(made), location));
        });
    }
}
