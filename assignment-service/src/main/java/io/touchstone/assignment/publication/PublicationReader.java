package io.touchstone.assignment.publication;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Keeps {@link Snapshots} at what the database has published last: listens for publications and polls beside it, starts from
 * the disk copies, and goes on with what it has for as long as the database is away. Holds one connection for itself.
 */
public final class PublicationReader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PublicationReader.class);
    private static final Duration POLL_EVERY = Duration.ofSeconds(5);
    private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RETRY_FIRST = Duration.ofMillis(200);
    private static final Duration RETRY_MOST = Duration.ofSeconds(2);

    private final ConnectionFactory connections;
    private final DiskCopy disk;
    private final Snapshots snapshots;
    private final InstantSource clock;

    // Versions that were read, usable or not; touched by one load at a time.
    private final Map<Integer, Long> seen = new HashMap<>();
    private volatile @Nullable Instant confirmed;
    private volatile boolean connected;
    private volatile boolean lossTold;
    private volatile @Nullable Disposable following;

    public PublicationReader(
            ConnectionFactory connections,
            DiskCopy disk,
            Snapshots snapshots,
            InstantSource clock,
            MeterRegistry meters) {
        this.connections = connections;
        this.disk = disk;
        this.snapshots = snapshots;
        this.clock = clock;
        Gauge.builder("touchstone.publication.age", this, PublicationReader::ageSeconds)
                .description("Seconds since the database confirmed the documents in use; NaN before the first time")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Takes the disk copies at once and then follows the database in the background. */
    public void start() {
        for (Publication copy : disk.readAll()) {
            if (use(copy)) {
                log.info("publication: environment {} version {} from disk", copy.environment(), copy.version());
            }
        }
        following = Flux.usingWhen(
                        Mono.from(connections.create()).timeout(DATABASE_TIMEOUT), this::follow, this::closeQuietly)
                .doOnError(this::lost)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, RETRY_FIRST)
                        .maxBackoff(RETRY_MOST)
                        .transientErrors(true))
                .subscribe();
    }

    /** Whether the database answers. */
    public boolean connected() {
        return connected;
    }

    /** When the database last confirmed the documents in use; null before the first time. */
    public @Nullable Instant confirmed() {
        return confirmed;
    }

    @Override
    public void close() {
        Disposable running = following;
        if (running != null) {
            running.dispose();
        }
    }

    private Flux<Instant> follow(Connection connection) {
        PublicationTable table = new PublicationTable(connection);
        // The poll covers what a notification can miss: those sent while nobody listened.
        Flux<Boolean> published = table.notifications()
                .map(notification -> true)
                .concatWith(Mono.error(() -> new IllegalStateException("connection: closed (expected: open)")));
        Flux<Boolean> polled = Flux.interval(Duration.ZERO, POLL_EVERY).map(tick -> true);
        return Flux.merge(published, polled)
                .onBackpressureLatest()
                .concatMap(wake -> load(table).timeout(DATABASE_TIMEOUT), 1);
    }

    private Mono<Instant> load(PublicationTable table) {
        return table.heads()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .publishOn(Schedulers.boundedElastic())
                .filter(head -> !Long.valueOf(head.version()).equals(seen.get(head.environment())))
                .concatMap(table::read)
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(this::take)
                .then(Mono.fromSupplier(this::confirm));
    }

    private Instant confirm() {
        Instant now = clock.instant();
        confirmed = now;
        if (!connected) {
            log.info("publication: database connected");
        }
        connected = true;
        lossTold = false;
        snapshots.becomeReady();
        return now;
    }

    private void take(Publication publication) {
        Long before = seen.get(publication.environment());
        if (before != null && before > publication.version()) {
            log.warn(
                    "publication: environment {} goes back from version {} to {} (expected: increasing; restored backup?)",
                    publication.environment(),
                    before,
                    publication.version());
        }
        if (use(publication)) {
            keep(publication);
        }
    }

    private boolean use(Publication publication) {
        seen.put(publication.environment(), publication.version());
        try {
            snapshots.put(Snapshot.of(publication));
            return true;
        } catch (RuntimeException e) {
            log.error(
                    "publication: environment {} version {} cannot be used, the one before stays: {}",
                    publication.environment(),
                    publication.version(),
                    e.getMessage(),
                    e);
            return false;
        }
    }

    private void keep(Publication publication) {
        try {
            disk.write(publication);
        } catch (IOException e) {
            log.error(
                    "disk copy: environment {} version {} not written (expected: a writable folder): {}",
                    publication.environment(),
                    publication.version(),
                    e.toString());
        }
    }

    private void lost(Throwable error) {
        if (!lossTold) {
            log.warn("publication: database away, going on with the last copies: {}", error.toString());
        }
        lossTold = true;
        connected = false;
    }

    private Mono<Void> closeQuietly(Connection connection) {
        return new PublicationTable(connection)
                .stopNotifications()
                .then(Mono.from(connection.close()))
                .timeout(DATABASE_TIMEOUT)
                .onErrorComplete();
    }

    private double ageSeconds() {
        Instant last = confirmed;
        return last == null
                ? Double.NaN
                : Duration.between(last, clock.instant()).toMillis() / 1_000.0;
    }
}
