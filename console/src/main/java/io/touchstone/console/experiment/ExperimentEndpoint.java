package io.touchstone.console.experiment;

import io.touchstone.console.idempotency.Creation;
import io.touchstone.console.idempotency.IdempotentCreations;
import io.touchstone.console.json.JsonPatch;
import io.touchstone.console.paging.Page;
import io.touchstone.console.paging.PageRequest;
import io.touchstone.console.project.Environments;
import io.touchstone.console.revision.RevisionTag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Writing and reading experiments over HTTP. Their life is in {@link LifecycleEndpoint}. */
@RestController
@RequestMapping(
        path = "/api/v1/projects/{project}/environments/{environment}/experiments",
        produces = "application/json")
public final class ExperimentEndpoint {
    private final Environments environments;
    private final Experiments experiments;
    private final Phases phases;
    private final ExperimentDrafts drafts;
    private final IdempotentCreations creations;
    private final TransactionalOperator transactions;

    ExperimentEndpoint(
            Environments environments,
            Experiments experiments,
            Phases phases,
            ExperimentDrafts drafts,
            IdempotentCreations creations,
            TransactionalOperator transactions) {
        this.environments = environments;
        this.experiments = experiments;
        this.phases = phases;
        this.drafts = drafts;
        this.creations = creations;
        this.transactions = transactions;
    }

    /** Experiments in order of their keys. */
    @GetMapping
    public Mono<Page<ExperimentAnswer>> listExperiments(
            @PathVariable String project,
            @PathVariable String environment,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of("experiments/" + project + "/" + environment, limit, cursor);
        return environments.get(project, environment).flatMap(found -> experiments
                .list(found, page)
                .zipWith(phases.all(found).collect(Collectors.groupingBy(Phase::experiment)))
                .map(both -> answers(both.getT1(), both.getT2())));
    }

    /** One experiment with its phases. */
    @GetMapping("/{experiment}")
    public Mono<ResponseEntity<ExperimentAnswer>> getExperiment(
            @PathVariable String project, @PathVariable String environment, @PathVariable String experiment) {
        return environments
                .get(project, environment)
                .flatMap(found -> experiments.get(found, experiment).flatMap(known -> phases.of(found, experiment)
                        .collectList()
                        .map(all -> LifecycleEndpoint.answer(new ExperimentDetails(known, all)))));
    }

    /** Makes a draft. */
    @PostMapping(consumes = "application/json")
    public Mono<ResponseEntity<ExperimentAnswer>> createExperiment(
            @PathVariable String project,
            @PathVariable String environment,
            @RequestBody ExperimentRequest body,
            ServerHttpRequest request) {
        return creations.create(request, body, ExperimentAnswer.class, () -> drafts.create(project, environment, body)
                .map(made -> Creation.of(
                        ExperimentAnswer.of(made),
                        URI.create(request.getPath().value() + "/"
                                + made.experiment().key()),
                        RevisionTag.of(made.experiment().revision()))));
    }

    /** Changes the fields the body names; all others stay. Null takes a field back to its default. */
    @PatchMapping(path = "/{experiment}", consumes = "application/json")
    public Mono<ResponseEntity<ExperimentAnswer>> patchExperiment(
            @PathVariable String project,
            @PathVariable String environment,
            @PathVariable String experiment,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonPatch body) {
        return drafts.patch(project, environment, experiment, ifMatch, body)
                .as(transactions::transactional)
                .map(LifecycleEndpoint::answer);
    }

    private static Page<ExperimentAnswer> answers(Page<Experiment> page, Map<String, List<Phase>> phases) {
        return page.map(experiment -> ExperimentAnswer.of(
                new ExperimentDetails(experiment, phases.getOrDefault(experiment.key(), List.of()))));
    }
}
