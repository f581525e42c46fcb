package io.touchstone.assignment.datafile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.touchstone.assignment.access.AccessGate;
import io.touchstone.assignment.access.Caller;
import io.touchstone.assignment.access.RateLimiter;
import io.touchstone.assignment.access.Scope;
import io.touchstone.assignment.http.ApiProblem;
import io.touchstone.assignment.http.ProblemAnswers;
import io.touchstone.assignment.publication.Snapshots;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * {@code GET /api/v1/datafile/stream}: says that there is another datafile, not what is in it. The caller fetches it with its
 * {@code ETag}: so a stream costs the same whatever the size of the datafile, and a slow caller keeps no copies alive.
 *
 * <p>A stream ends when its key is revoked or gone, when its time is over, and when the server stops.
 */
public final class DatafileStream implements ApplicationListener<ContextClosedEvent> {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final AccessGate gate;
    private final RateLimiter rates;
    private final Snapshots snapshots;
    private final StreamLimits limits;
    private final OpenStreams open;
    private final Sinks.Empty<Void> stopping = Sinks.empty();

    public DatafileStream(
            AccessGate gate, RateLimiter rates, Snapshots snapshots, StreamLimits limits, MeterRegistry meters) {
        this.gate = gate;
        this.rates = rates;
        this.snapshots = snapshots;
        this.limits = limits;
        this.open = new OpenStreams(limits);
        Gauge.builder("touchstone.streams", open, OpenStreams::total)
                .description("Open streams of datafile changes")
                .register(meters);
    }

    /** Answers 200 and events, or a problem. */
    public Mono<ServerResponse> open(ServerRequest request) {
        try {
            Caller caller = gate.admit(request, Scope.DATAFILE);
            rates.charge(caller.key(), 1);
            open.enter(caller.key());
            return answer(caller, request.headers().firstHeader(LAST_EVENT_ID));
        } catch (ApiProblem problem) {
            return ProblemAnswers.problem(request, problem);
        }
    }

    /** Lets all streams end first: an orderly stop of the server waits for its requests. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        stopping.tryEmitEmpty();
    }

    private Mono<ServerResponse> answer(Caller caller, @Nullable String lastEventId) {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // Proxies of nginx's kind would collect events before they pass them on.
                .header("X-Accel-Buffering", "no")
                // A next request behind a stream is not worth the risk; see EventLoopAnswers.
                .header(HttpHeaders.CONNECTION, "close")
                .build((exchange, context) -> write(exchange.getResponse(), events(caller, lastEventId))
                        .doFinally(end -> open.leave(caller.key())));
    }

    private static Mono<Void> write(ServerHttpResponse response, Flux<byte[]> events) {
        return response.writeAndFlushWith(events.map(
                event -> Mono.fromSupplier(() -> response.bufferFactory().wrap(event))));
    }

    private Flux<byte[]> events(Caller caller, @Nullable String lastEventId) {
        int environment = caller.snapshot().environment();
        Flux<StreamSignal> published = snapshots
                .replaced()
                .filter(number -> number == environment)
                .map(number -> StreamSignal.PUBLISHED)
                .onBackpressureLatest()
                // Who reads publications does not wait until ten thousand streams are written.
                .publishOn(Schedulers.parallel(), 1);
        Flux<StreamSignal> beats =
                Flux.interval(limits.heartbeat()).onBackpressureDrop().map(tick -> StreamSignal.HEARTBEAT);
        StreamText text = new StreamText(lastEventId);
        // Opened comes after the subscription to publications, so that none falls between the two.
        return Flux.merge(published, beats, Mono.just(StreamSignal.OPENED))
                .takeUntilOther(stopping.asMono())
                .take(lifetime())
                .takeWhile(signal -> gate.isInUse(caller.key()))
                .concatMapIterable(
                        signal -> snapshots
                                .environment(environment)
                                .map(snapshot -> text.of(signal, snapshot))
                                .orElseThrow(),
                        1);
    }

    private Duration lifetime() {
        long most = limits.lifetime().toMillis();
        return Duration.ofMillis(most - ThreadLocalRandom.current().nextLong(most / 2));
    }
}
