package io.touchstone.assignment.datafile;

import io.touchstone.assignment.access.AccessGate;
import io.touchstone.assignment.access.Caller;
import io.touchstone.assignment.access.RateLimiter;
import io.touchstone.assignment.access.Scope;
import io.touchstone.assignment.http.ApiProblem;
import io.touchstone.assignment.http.EntityTags;
import io.touchstone.assignment.http.ProblemAnswers;
import io.touchstone.assignment.publication.Snapshot;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/datafile}: the published bytes with the published {@code ETag}; 304 for who has them. */
public final class DatafileHandler {
    private final AccessGate gate;
    private final RateLimiter rates;

    public DatafileHandler(AccessGate gate, RateLimiter rates) {
        this.gate = gate;
        this.rates = rates;
    }

    /** Answers 200, 304 or a problem. */
    public Mono<ServerResponse> get(ServerRequest request) {
        try {
            Caller caller = gate.admit(request, Scope.DATAFILE);
            rates.charge(caller.key(), 1);
            return answer(request, caller.snapshot());
        } catch (ApiProblem problem) {
            return ProblemAnswers.problem(request, problem);
        }
    }

    private static Mono<ServerResponse> answer(ServerRequest request, Snapshot snapshot) {
        boolean known = EntityTags.matches(request.headers().asHttpHeaders().getIfNoneMatch(), snapshot.datafileEtag());
        ServerResponse.BodyBuilder answer = ServerResponse.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(snapshot.datafileEtag())
                .cacheControl(CacheControl.noCache().cachePrivate());
        return known
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON).bodyValue(snapshot.datafileJson());
    }
}
