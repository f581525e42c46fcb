package io.touchstone.console.layer;

import io.touchstone.console.idempotency.Creation;
import io.touchstone.console.idempotency.IdempotentCreations;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.problem.Require;
import io.touchstone.console.project.Environments;
import io.touchstone.console.project.Publications;
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

/** Layers over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/projects/{project}/environments/{environment}/layers", produces = "application/json")
public final class LayerEndpoint {
    private final Environments environments;
    private final Layers layers;
    private final Publications publications;
    private final IdempotentCreations creations;

    public LayerEndpoint(
            Environments environments, Layers layers, Publications publications, IdempotentCreations creations) {
        this.environments = environments;
        this.layers = layers;
        this.publications = publications;
        this.creations = creations;
    }

    /** Layers in order of their keys. */
    @GetMapping
    public Mono<Page<LayerAnswer>> listLayers(
            @PathVariable String project,
            @PathVariable String environment,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of("layers/" + project + "/" + environment, limit, cursor);
        return environments
                .get(project, environment)
                .flatMap(found -> layers.list(found, page))
                .map(found -> found.map(layer -> new LayerAnswer(layer.key())));
    }

    /** Makes a layer. */
    @PostMapping(consumes = "application/json")
    public Mono<ResponseEntity<LayerAnswer>> createLayer(
            @PathVariable String project,
            @PathVariable String environment,
            @RequestBody LayerRequest body,
            ServerHttpRequest request) {
        return creations.create(request, body, LayerAnswer.class, () -> {
            String key = Require.key("key", body.key());
            URI location = URI.create(request.getPath().value() + "/" + key);
            return environments
                    .lock(project, environment)
                    .flatMap(locked -> layers.insert(locked, key).then(publications.publish(locked)))
                    .map(published -> Creation.of(new LayerAnswer(key), location));
        });
    }

    /**
     * A layer to make.
     *
     * @param key 1 to 128 of {@code a-z 0-9 _ . -}
     */
    public record LayerRequest(@Nullable String key) {}

    /**
     * A layer.
     *
     * @param key its key
     */
    public record LayerAnswer(String key) {}
}
