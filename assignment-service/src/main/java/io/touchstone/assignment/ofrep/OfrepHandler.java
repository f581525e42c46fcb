package io.touchstone.assignment.ofrep;

import io.touchstone.assignment.access.AccessGate;
import io.touchstone.assignment.access.Caller;
import io.touchstone.assignment.access.RateLimiter;
import io.touchstone.assignment.access.Scope;
import io.touchstone.assignment.exposure.ExposureRecorder;
import io.touchstone.assignment.exposure.ExposureTokens;
import io.touchstone.assignment.exposure.PendingExposure;
import io.touchstone.assignment.http.ApiProblem;
import io.touchstone.assignment.http.ProblemAnswers;
import io.touchstone.assignment.http.RequestBody;
import io.touchstone.assignment.publication.Snapshot;
import io.touchstone.core.evaluation.Decision;
import io.touchstone.core.evaluation.Reason;
import io.touchstone.model.access.ExposureMode;
import io.touchstone.model.record.Trust;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code POST /ofrep/v1/evaluate/flags/{key}}: single evaluation of OFREP 0.3.0. With a server key of {@code exposure:
 * on-evaluate} the exposure is recorded behind the answer; else its token is in the metadata. Errors have OFREP's own
 * shape; a refused key is named there too, though the protocol leaves 401 and 403 without a body.
 */
public final class OfrepHandler {
    /** Bytes of a context. */
    public static final int MAX_BODY = 64 * 1024;

    private static final Logger log = LoggerFactory.getLogger(OfrepHandler.class);
    private static final long BODIES_BUDGET = 32L * 1024 * 1024;
    private static final String FLAG = "key";

    private final AccessGate gate;
    private final RateLimiter rates;
    private final ExposureRecorder recorder;
    private final ExposureTokens tokens;
    private final InstantSource clock;
    private final RequestBody bodies = new RequestBody(MAX_BODY, BODIES_BUDGET);

    public OfrepHandler(
            AccessGate gate, RateLimiter rates, ExposureRecorder recorder, ExposureTokens tokens, InstantSource clock) {
        this.gate = gate;
        this.rates = rates;
        this.recorder = recorder;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Answers 200, 400, 404, or why the call was not let in. */
    public Mono<ServerResponse> evaluate(ServerRequest request) {
        String flag = request.pathVariable(FLAG);
        return Mono.fromCallable(() -> admit(request))
                .flatMap(caller -> bodies.read(request).map(body -> evaluate(caller, flag, body)))
                .flatMap(answer -> json(ServerResponse.ok(), answer))
                .onErrorResume(error -> ProblemAnswers.drained(request, failed(flag, error)));
    }

    private Caller admit(ServerRequest request) {
        Caller caller = gate.admit(request, Scope.EVALUATE);
        rates.charge(caller.key(), 1);
        return caller;
    }

    private byte[] evaluate(Caller caller, String flag, byte[] body) {
        EvaluationContext context = EvaluationContext.read(body);
        Snapshot snapshot = caller.snapshot();
        long now = clock.millis();
        Decision decision = snapshot.datafile().evaluate(flag, context.units(), context.attributes(), now);
        if (decision.reason() == Reason.UNKNOWN_FLAG) {
            throw new OfrepException(
                    OfrepErrorCode.FLAG_NOT_FOUND,
                    "key: " + flag + " (expected: a flag of " + snapshot.environmentKey() + ")");
        }
        List<PendingExposure> exposures = DueExposures.of(snapshot, decision, context, now);
        return EvaluationAnswer.success(snapshot, decision, report(caller, flag, exposures));
    }

    /** Records the exposures, or returns the token that stands for them. */
    private @Nullable String report(Caller caller, String flag, List<PendingExposure> exposures) {
        if (exposures.isEmpty()) {
            return null;
        }
        int environment = caller.snapshot().environment();
        if (caller.key().exposure() == ExposureMode.ON_EVALUATE) {
            recorder.record(environment, Trust.SERVER, flag, exposures);
            return null;
        }
        return tokens.issue(environment, exposures);
    }

    private static Mono<ServerResponse> failed(String flag, Throwable error) {
        return switch (error) {
            case OfrepException refused ->
                json(
                        ServerResponse.status(refused.code().status()),
                        EvaluationAnswer.failure(flag, refused.code(), refused.details()));
            case ApiProblem problem ->
                json(
                        ServerResponse.status(problem.status())
                                .headers(headers -> ProblemAnswers.addHeaders(headers, problem)),
                        EvaluationAnswer.failure(
                                flag, OfrepErrorCode.GENERAL, problem.code() + ": " + problem.detail()));
            default -> {
                log.error("evaluation of {} failed", flag, error);
                yield json(
                        ServerResponse.status(500),
                        EvaluationAnswer.failure(flag, OfrepErrorCode.GENERAL, "internal error"));
            }
        };
    }

    private static Mono<ServerResponse> json(ServerResponse.BodyBuilder answer, byte[] body) {
        return answer.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }
}
