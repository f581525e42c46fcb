package io.touchstone.console.project;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Publishes a change of a project in all its environments. Runs in the caller's transaction. */
public final class ProjectPublications {
    private final Environments environments;
    private final Publications publications;

    public ProjectPublications(Environments environments, Publications publications) {
        this.environments = environments;
        this.publications = publications;
    }

    /** Locks the environments, makes the change, publishes each. */
    public <T> Mono<T> after(Project project, Mono<T> change) {
        return environments
                .lockAll(project)
                .collectList()
                .flatMap(all -> change.flatMap(changed ->
                        Flux.fromIterable(all).concatMap(publications::publish).then(Mono.just(changed))));
    }
}
