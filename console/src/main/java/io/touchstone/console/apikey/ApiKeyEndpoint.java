package io.touchstone.console.apikey;

import io.touchstone.console.access.SecretText;
import io.touchstone.console.idempotency.Creation;
import io.touchstone.console.idempotency.IdempotentCreations;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.project.Environments;
import io.touchstone.console.project.Publications;
import io.touchstone.console.time.ConsoleClock;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** API keys over HTTP. The key text appears once, in the answer to its creation. */
@RestController
@RequestMapping("/api/v1/projects/{project}/environments/{environment}/keys")
public final class ApiKeyEndpoint {
    private static final int ID_CHARACTERS = 8;
    private static final int SECRET_CHARACTERS = 32;

    private final Environments environments;
    private final ApiKeys keys;
    private final Publications publications;
    private final IdempotentCreations creations;
    private final TransactionalOperator transactions;
    private final ConsoleClock clock;

    public ApiKeyEndpoint(
            Environments environments,
            ApiKeys keys,
            Publications publications,
            IdempotentCreations creations,
            TransactionalOperator transactions,
            ConsoleClock clock) {
        this.environments = environments;
        this.keys = keys;
        this.publications = publications;
        this.creations = creations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Keys in order of their ids, revoked ones too. */
    @GetMapping(produces = "application/json")
    public Mono<Page<ApiKeyAnswer>> listKeys(
            @PathVariable String project,
            @PathVariable String environment,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of("keys/" + project + "/" + environment, limit, cursor);
        return environments
                .get(project, environment)
                .flatMap(found -> keys.list(found, page))
                .map(found -> found.map(key -> ApiKeyAnswer.of(key, null)));
    }

    /** Makes a key. A repetition by {@code Idempotency-Key} gets the same answer without the secret: it is not kept. */
    @PostMapping(consumes = "application/json", produces = "application/json")
    public Mono<ResponseEntity<ApiKeyAnswer>> createKey(
            @PathVariable String project,
            @PathVariable String environment,
            @RequestBody ApiKeyRequest body,
            ServerHttpRequest request) {
        return creations.create(request, body, ApiKeyAnswer.class, () -> {
            String id = SecretText.random(ID_CHARACTERS);
            String text = "tsk_" + body.kind() + "_" + id + "_" + SecretText.random(SECRET_CHARACTERS);
            ApiKey key = body.key(id, text, clock.instant());
            URI location = URI.create(request.getPath().value() + "/" + id);
            return environments
                    .lock(project, environment)
                    .flatMap(locked -> keys.insert(locked, key).then(publications.publish(locked)))
                    .map(published ->
                            new Creation<>(ApiKeyAnswer.of(key, text), ApiKeyAnswer.of(key, null), location, null));
        });
    }

    /** Revokes a key: data planes refuse it from the next publication on. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public Mono<Void> revokeKey(
            @PathVariable String project, @PathVariable String environment, @PathVariable String id) {
        return environments
                .lock(project, environment)
                .flatMap(locked -> keys.revoke(locked, id).then(publications.publish(locked)))
                .as(transactions::transactional)
                .then();
    }
}
