package io.touchstone.assignment.ingestion;

import io.micrometer.core.instrument.MeterRegistry;
import io.touchstone.assignment.access.AccessGate;
import io.touchstone.assignment.access.Caller;
import io.touchstone.assignment.access.RateLimiter;
import io.touchstone.assignment.access.Scope;
import io.touchstone.assignment.exposure.ExposureTokens;
import io.touchstone.assignment.http.ApiCode;
import io.touchstone.assignment.http.ApiProblem;
import io.touchstone.assignment.http.ProblemAnswers;
import io.touchstone.assignment.http.RequestBody;
import io.touchstone.assignment.kafka.EventLog;
import io.touchstone.assignment.kafka.EventLogUnavailableException;
import io.touchstone.assignment.kafka.RecordEncoder;
import io.touchstone.core.event.EventBatch;
import io.touchstone.core.event.EventCodec;
import io.touchstone.core.input.InvalidInputException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * {@code POST /api/v1/events}: a batch of at most 1,000 events and 1 MiB (gzip: 8 MiB expanded). It is judged and admitted
 * whole before the first record is sent; 200 says that Kafka has acknowledged every record of every accepted event. On 429
 * and 503 the caller repeats the whole batch with the same ids; what was written before is then a duplicate.
 */
public final class EventsHandler implements AutoCloseable {
    /** Bytes of a body. */
    public static final int MAX_BODY = 1024 * 1024;

    /** Bytes of a body that came as gzip. */
    public static final int MAX_EXPANDED = 8 * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(EventsHandler.class);
    private static final long BODIES_BUDGET = 64L * 1024 * 1024;
    private static final int WAITING_PER_WORKER = 128;
    private static final int RETRY_AFTER_SECONDS = 1;

    private final AccessGate gate;
    private final RateLimiter rates;
    private final BatchJudge judge;
    private final EventLog eventLog;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final RequestBody bodies = new RequestBody(MAX_BODY, BODIES_BUDGET);

    // Expanding and parsing 8 MiB takes tens of milliseconds: too long for a thread that serves other connections too.
    private final Scheduler workers = Schedulers.newBoundedElastic(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            WAITING_PER_WORKER,
            "touchstone-ingestion",
            60,
            true);

    public EventsHandler(
            AccessGate gate,
            RateLimiter rates,
            RecordEncoder encoder,
            ExposureTokens tokens,
            EventLog eventLog,
            InstantSource clock,
            MeterRegistry meters) {
        this.gate = gate;
        this.rates = rates;
        this.judge = new BatchJudge(encoder, tokens);
        this.eventLog = eventLog;
        this.clock = clock;
        this.meters = meters;
    }

    /** Answers 200 with what was accepted and rejected, or a problem for the whole batch. */
    public Mono<ServerResponse> post(ServerRequest request) {
        return Mono.fromCallable(() -> admit(request))
                .flatMap(caller -> bodies.read(request).flatMap(body -> judged(request, caller, body)))
                .flatMap(batch -> eventLog.append(batch.records()).thenReturn(batch))
                .flatMap(this::accepted)
                .onErrorResume(error -> refused(request, error));
    }

    @Override
    public void close() {
        workers.dispose();
    }

    private Caller admit(ServerRequest request) {
        Caller caller = gate.admit(request, Scope.EVENTS);
        if (!eventLog.takes()) {
            throw new ApiProblem(
                    ApiCode.KAFKA_UNAVAILABLE,
                    "event log: " + eventLog.state().key() + " or full (expected: room)",
                    RETRY_AFTER_SECONDS);
        }
        return caller;
    }

    private Mono<JudgedBatch> judged(ServerRequest request, Caller caller, byte[] body) {
        String encoding = request.headers().asHttpHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
        return Mono.fromCallable(
                        () -> judge(caller, Inflated.content(body, encoding == null ? "" : encoding, MAX_EXPANDED)))
                .subscribeOn(workers);
    }

    private JudgedBatch judge(Caller caller, byte[] content) {
        EventBatch batch = EventCodec.readBatch(content);
        Instant received = clock.instant();
        Sender sender = Sender.of(caller, batch.importId(), received);
        int size =
                batch.events().size() + batch.tokens().size() + batch.rejected().size();
        rates.charge(caller.key(), Math.max(1, size));
        return judge.judge(sender, batch, received.toEpochMilli());
    }

    private Mono<ServerResponse> accepted(JudgedBatch batch) {
        meters.counter("touchstone.events.accepted").increment(batch.accepted());
        for (EventBatch.Rejected rejected : batch.rejected()) {
            meters.counter("touchstone.events.rejected", "code", rejected.code())
                    .increment();
        }
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(batch.answer());
    }

    private Mono<ServerResponse> refused(ServerRequest request, Throwable error) {
        ApiProblem problem = problem(error);
        meters.counter("touchstone.batches.refused", "code", problem.code()).increment();
        return ProblemAnswers.problem(request, problem);
    }

    private static ApiProblem problem(Throwable error) {
        return switch (error) {
            case ApiProblem problem -> problem;
            case InvalidInputException invalid -> ApiProblem.refused(invalid);
            case EventLogUnavailableException away ->
                new ApiProblem(away.code(), String.valueOf(away.getMessage()), RETRY_AFTER_SECONDS);
            case RejectedExecutionException full ->
                new ApiProblem(ApiCode.BUSY, "batches waiting: too many (expected: fewer)", RETRY_AFTER_SECONDS);
            default -> {
                log.error("batch of events failed", error);
                yield new ApiProblem(
                        ApiCode.INTERNAL_ERROR, "batch: failed (expected: an answer; see the server's log)");
            }
        };
    }
}
