package io.touchstone.console.experiment;

import io.touchstone.console.problem.Require;
import io.touchstone.console.revision.RevisionTag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The life of an experiment over HTTP. {@code If-Match} is honoured where it is sent. */
@RestController
@RequestMapping(
        path = "/api/v1/projects/{project}/environments/{environment}/experiments/{experiment}",
        produces = "application/json")
public final class LifecycleEndpoint {
    private final ExperimentLifecycle lifecycle;

    LifecycleEndpoint(ExperimentLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** Starts a draft or a stopped experiment: it runs, in phase n; its flag gets the rule it needs. */
    @PostMapping("/start")
    public Mono<ResponseEntity<ExperimentAnswer>> startExperiment(
            @PathVariable String project,
            @PathVariable String environment,
            @PathVariable String experiment,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NothingBody body) {
        return lifecycle
                .start(new ExperimentPath(project, environment, experiment), ifMatch)
                .map(LifecycleEndpoint::answer);
    }

    /** Takes no new units. */
    @PostMapping("/pause")
    public Mono<ResponseEntity<ExperimentAnswer>> pauseExperiment(
            @PathVariable String project,
            @PathVariable String environment,
            @PathVariable String experiment,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable PauseBody body) {
        boolean keepServing = body != null && Boolean.TRUE.equals(body.keepServing());
        return lifecycle
                .pause(new ExperimentPath(project, environment, experiment), ifMatch, keepServing)
                .map(LifecycleEndpoint::answer);
    }

    /** Goes on after a pause. */
    @PostMapping("/resume")
    public Mono<ResponseEntity<ExperimentAnswer>> resumeExperiment(
            @PathVariable String project,
            @PathVariable String environment,
            @PathVariable String experiment,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NothingBody body) {
        return lifecycle
                .resume(new ExperimentPath(project, environment, experiment), ifMatch)
                .map(LifecycleEndpoint::answer);
    }

    /** Ends the phase; the slots are free. */
    @PostMapping("/stop")
    public Mono<ResponseEntity<ExperimentAnswer>> stopExperiment(
            @PathVariable String project,
            @PathVariable String environment,
            @PathVariable String experiment,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NothingBody body) {
        return lifecycle
                .stop(new ExperimentPath(project, environment, experiment), ifMatch)
                .map(LifecycleEndpoint::answer);
    }

    /** Widens the slots at a constant split; no unit moves. */
    @PostMapping(path = "/ramp", consumes = "application/json")
    public Mono<ResponseEntity<ExperimentAnswer>> rampExperiment(
            @PathVariable String project,
            @PathVariable String environment,
            @PathVariable String experiment,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody RampBody body) {
        return lifecycle
                .ramp(
                        new ExperimentPath(project, environment, experiment),
                        ifMatch,
                        Require.present("slots", body.slots()))
                .map(LifecycleEndpoint::answer);
    }

    static ResponseEntity<ExperimentAnswer> answer(ExperimentDetails details) {
        return ResponseEntity.ok()
                .eTag(RevisionTag.of(details.experiment().revision()))
                .body(ExperimentAnswer.of(details));
    }

    /** An empty object. */
    public record NothingBody() {}

    /**
     * How to pause.
     *
     * @param keepServing whether it answers on; absent: false
     */
    public record PauseBody(@Nullable Boolean keepServing) {}

    /**
     * The slots from now on.
     *
     * @param slots all it has, and more
     */
    public record RampBody(@Nullable List<List<Long>> slots) {}
}
