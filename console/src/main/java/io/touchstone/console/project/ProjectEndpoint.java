package io.touchstone.console.project;

import io.touchstone.console.idempotency.Creation;
import io.touchstone.console.idempotency.IdempotentCreations;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.problem.Require;
import java.net.URI;
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

/** Projects and their environments over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/projects", produces = "application/json")
public final class ProjectEndpoint {
    private final Projects projects;
    private final Environments environments;
    private final EnvironmentCreation environmentCreation;
    private final IdempotentCreations creations;

    public ProjectEndpoint(
            Projects projects,
            Environments environments,
            EnvironmentCreation environmentCreation,
            IdempotentCreations creations) {
        this.projects = projects;
        this.environments = environments;
        this.environmentCreation = environmentCreation;
        this.creations = creations;
    }

    /** Projects in order of their keys. */
    @GetMapping
    public Mono<Page<ProjectAnswer>> listProjects(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return projects.list(PageRequest.of("projects", limit, cursor)).map(page -> page.map(ProjectAnswer::of));
    }

    /** One project. */
    @GetMapping("/{project}")
    public Mono<ProjectAnswer> getProject(@PathVariable String project) {
        return projects.get(project).map(ProjectAnswer::of);
    }

    /** Makes a project. */
    @PostMapping(consumes = "application/json")
    public Mono<ResponseEntity<ProjectAnswer>> createProject(
            @RequestBody ProjectRequest body, ServerHttpRequest request) {
        return creations.create(request, body, ProjectAnswer.class, () -> {
            String key = Require.key("key", body.key());
            return projects.create(key, Require.nameOr("name", body.name(), key))
                    .map(made -> Creation.of(ProjectAnswer.of(made), URI.create("/api/v1/projects/" + key)));
        });
    }

    /** Environments of a project in order of their keys. */
    @GetMapping("/{project}/environments")
    public Mono<Page<EnvironmentAnswer>> listEnvironments(
            @PathVariable String project,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of("environments/" + project, limit, cursor);
        return projects.get(project)
                .flatMap(found -> environments.list(found, page))
                .map(found -> found.map(EnvironmentAnswer::of));
    }

    /** One environment. */
    @GetMapping("/{project}/environments/{environment}")
    public Mono<EnvironmentAnswer> getEnvironment(@PathVariable String project, @PathVariable String environment) {
        return environments.get(project, environment).map(EnvironmentAnswer::of);
    }

    /** Makes an environment, with the layer {@code default} and a first publication. */
    @PostMapping(path = "/{project}/environments", consumes = "application/json")
    public Mono<ResponseEntity<EnvironmentAnswer>> createEnvironment(
            @PathVariable String project, @RequestBody EnvironmentRequest body, ServerHttpRequest request) {
        return creations.create(request, body, EnvironmentAnswer.class, () -> {
            String key = Require.key("key", body.key());
            String name = Require.nameOr("name", body.name(), key);
            URI location = URI.create("/api/v1/projects/" + project + "/environments/" + key);
            return projects.get(project)
                    .flatMap(found ->
                            environmentCreation.create(found, key, name, EnvironmentCreation.zone(body.zone())))
                    .map(made -> Creation.of(EnvironmentAnswer.of(made), location));
        });
    }
}
