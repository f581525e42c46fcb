package io.touchstone.console.flag;

import io.touchstone.console.idempotency.Creation;
import io.touchstone.console.idempotency.IdempotentCreations;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.project.ProjectPublications;
import io.touchstone.console.project.Projects;
import io.touchstone.console.time.ConsoleClock;
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

/** Flags of a project over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/projects/{project}/flags", produces = "application/json")
public final class FlagEndpoint {
    private final Projects projects;
    private final Flags flags;
    private final ProjectPublications publications;
    private final IdempotentCreations creations;
    private final ConsoleClock clock;

    public FlagEndpoint(
            Projects projects,
            Flags flags,
            ProjectPublications publications,
            IdempotentCreations creations,
            ConsoleClock clock) {
        this.projects = projects;
        this.flags = flags;
        this.publications = publications;
        this.creations = creations;
        this.clock = clock;
    }

    /** Flags in order of their keys. */
    @GetMapping
    public Mono<Page<FlagAnswer>> listFlags(
            @PathVariable String project,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of("flags/" + project, limit, cursor);
        return projects.get(project)
                .flatMap(found -> flags.list(found.id(), page))
                .map(found -> found.map(FlagAnswer::of));
    }

    /** One flag. */
    @GetMapping("/{flag}")
    public Mono<FlagAnswer> getFlag(@PathVariable String project, @PathVariable String flag) {
        return projects.get(project)
                .flatMap(found -> flags.get(found.id(), flag))
                .map(FlagAnswer::of);
    }

    /** Makes a flag: on and without rules in every environment of the project. */
    @PostMapping(consumes = "application/json")
    public Mono<ResponseEntity<FlagAnswer>> createFlag(
            @PathVariable String project, @RequestBody FlagRequest body, ServerHttpRequest request) {
        return creations.create(request, body, FlagAnswer.class, () -> {
            Flag flag = body.flag(clock.instant());
            URI location = URI.create(request.getPath().value() + "/" + flag.key());
            return projects.get(project)
                    .flatMap(found -> publications.after(found, flags.insert(found.id(), flag)))
                    .map(made -> Creation.of(FlagAnswer.of(made), location));
        });
    }
}
