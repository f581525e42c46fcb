package io.touchstone.console.importing;

import io.touchstone.console.problem.Require;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Imports over HTTP; their events go to the data plane. */
@RestController
@RequestMapping(path = "/api/v1/projects/{project}/environments/{environment}/imports", produces = "application/json")
public final class ImportEndpoint {
    private final ImportDesk desk;
    private final TransactionalOperator transactions;

    ImportEndpoint(ImportDesk desk, TransactionalOperator transactions) {
        this.desk = desk;
        this.transactions = transactions;
    }

    /** Opens an import: 201. The same file again: 200 with the import as it stands, open or sealed. */
    @PostMapping(consumes = "application/json")
    public Mono<ResponseEntity<ImportAnswer>> openImport(
            @PathVariable String project,
            @PathVariable String environment,
            @RequestBody ImportRequest body,
            ServerHttpRequest request) {
        return Mono.defer(() -> desk.open(project, environment, body))
                .as(transactions::transactional)
                .map(opened -> {
                    ImportAnswer answer = ImportAnswer.of(opened.resource());
                    URI location = URI.create(request.getPath().value() + "/" + answer.id());
                    return opened.isNew() ? ResponseEntity.created(location).body(answer) : ResponseEntity.ok(answer);
                });
    }

    /** One import. */
    @GetMapping("/{id}")
    public Mono<ImportAnswer> getImport(
            @PathVariable String project, @PathVariable String environment, @PathVariable String id) {
        return desk.get(project, environment, id).map(ImportAnswer::of);
    }

    /** Closes an import for ever. */
    @PostMapping(path = "/{id}/seal", consumes = "application/json")
    public Mono<ImportAnswer> sealImport(
            @PathVariable String project,
            @PathVariable String environment,
            @PathVariable String id,
            @RequestBody SealBody body) {
        return Mono.defer(() -> desk.seal(project, environment, id, Require.present("rows", body.rows())))
                .as(transactions::transactional)
                .map(ImportAnswer::of);
    }

    /**
     * What the import held.
     *
     * @param rows of the file, broken ones too
     */
    public record SealBody(@Nullable Long rows) {}
}
