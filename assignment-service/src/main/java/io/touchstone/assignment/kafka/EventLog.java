package io.touchstone.assignment.kafka;

import io.touchstone.assignment.http.ApiCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.kafka.sender.KafkaSender;
import reactor.kafka.sender.SenderOptions;
import reactor.kafka.sender.SenderRecord;
import reactor.util.retry.Retry;

/**
 * The event log: appends batches of records to Kafka and says when all of a batch are acknowledged.
 *
 * <p>{@code send} of a producer blocks its thread while Kafka is away, so it runs on the sender's own thread, never on the
 * caller's. What waits is bounded by records; beyond it a batch is refused at once. After a batch that was not acknowledged
 * in time, batches are refused at once too, but for one at a time that tries: so an absence costs a caller nothing and ends
 * by itself.
 *
 * <p>The only class that knows reactor-kafka, whose project has ended; the way out is a plain producer behind these methods.
 */
public final class EventLog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EventLog.class);
    private static final Duration WARM_UP_PAUSE = Duration.ofMillis(100);

    private final EventLogSettings settings;
    private final Scheduler results;
    private final KafkaSender<byte[], byte[]> sender;
    private final Disposable warmUp;
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicLong queuedBytes = new AtomicLong();
    private final AtomicBoolean trying = new AtomicBoolean();
    private volatile EventLogState state = EventLogState.UNKNOWN;

    public EventLog(EventLogSettings settings) {
        this.settings = settings;
        // One thread for acknowledgements: completing a batch is a few instructions, and never on the producer's own
        // thread.
        this.results = Schedulers.newSingle("touchstone-acknowledgements", true);
        this.sender = KafkaSender.create(SenderOptions.<byte[], byte[]>create(producerProperties(settings))
                .scheduler(results)
                .maxInFlight(EventLogSettings.LARGEST_BATCH)
                .closeTimeout(Duration.ofSeconds(3))
                // A producer that cannot take one record will not take the next: each try costs max.block.ms.
                .stopOnError(true));
        this.warmUp = warmUp();
    }

    /**
     * Appends a batch.
     *
     * @param batch at most {@link EventLogSettings#LARGEST_BATCH} records
     * @return completes when Kafka has acknowledged every record; fails with {@link EventLogUnavailableException} when the
     *     batch was refused (nothing sent) or not wholly acknowledged in time (any part may have been, or still be, written)
     */
    public Mono<Void> append(List<LogRecord> batch) {
        if (batch.isEmpty()) {
            return Mono.empty();
        }
        return Mono.defer(() -> {
            boolean attempt = state == EventLogState.AWAY;
            if (attempt && !trying.compareAndSet(false, true)) {
                return Mono.error(unavailable("Kafka: away (expected: reachable)"));
            }
            long bytes = batch.stream().mapToLong(LogRecord::size).sum();
            if (!reserve(batch.size(), bytes)) {
                release(attempt, 0, 0);
                return Mono.error(new EventLogUnavailableException(
                        ApiCode.QUEUE_FULL,
                        "queued records: " + queued.get() + " (expected: room for " + batch.size() + ")"));
            }
            // Released before the caller hears of the end, so that what it does next finds the room.
            return Mono.using(() -> bytes, held -> send(batch), held -> release(attempt, batch.size(), held));
        });
    }

    /** Whether a small batch would be taken now; a hint to refuse early, not a promise. */
    public boolean takes() {
        return (state != EventLogState.AWAY || !trying.get())
                && queued.get() < settings.queuedRecords()
                && queuedBytes.get() < settings.queuedBytes();
    }

    /** What is known of Kafka. */
    public EventLogState state() {
        return state;
    }

    /** Records sent and not acknowledged. */
    public int queued() {
        return queued.get();
    }

    /** Sends what is buffered, for 3 s at most, and lets go of Kafka. */
    @Override
    public void close() {
        warmUp.dispose();
        sender.close();
        results.dispose();
    }

    private Mono<Void> send(List<LogRecord> batch) {
        return sender.send(Flux.fromIterable(batch).map(this::senderRecord))
                .then()
                .timeout(settings.acknowledgeWithin())
                .doOnSuccess(nothing -> becomes(EventLogState.UP, "acknowledges again"))
                .onErrorMap(error -> {
                    String reason = error instanceof TimeoutException
                            ? "no acknowledgement within "
                                    + settings.acknowledgeWithin().toMillis() + " ms"
                            : error.getClass().getSimpleName() + ": " + error.getMessage();
                    becomes(EventLogState.AWAY, reason);
                    return unavailable("Kafka: " + reason + " (expected: acknowledged by all in-sync replicas)");
                });
    }

    private SenderRecord<byte[], byte[], Void> senderRecord(LogRecord record) {
        return SenderRecord.create(
                new ProducerRecord<>(settings.topic(), null, record.receivedMillis(), record.key(), record.value()),
                null);
    }

    private boolean reserve(int records, long bytes) {
        int recordsThen = queued.addAndGet(records);
        long bytesThen = queuedBytes.addAndGet(bytes);
        // A batch alone is always taken: the largest there can be is more than a share of the queue.
        if (recordsThen == records
                || (recordsThen <= settings.queuedRecords() && bytesThen <= settings.queuedBytes())) {
            return true;
        }
        release(false, records, bytes);
        return false;
    }

    private void release(boolean attempt, int records, long bytes) {
        queued.addAndGet(-records);
        queuedBytes.addAndGet(-bytes);
        if (attempt) {
            trying.set(false);
        }
    }

    private void becomes(EventLogState next, String reason) {
        EventLogState before = state;
        state = next;
        if (before != next && before != EventLogState.UNKNOWN) {
            log.warn("event log: Kafka at {} {}: {}", settings.bootstrapServers(), next.key(), reason);
        }
    }

    // Fetches the topic's metadata before the first batch, which would else pay for it.
    private Disposable warmUp() {
        return sender.doOnProducer(
                        producer -> producer.partitionsFor(settings.topic()).size())
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, WARM_UP_PAUSE))
                .subscribe(
                        partitions -> becomes(EventLogState.UP, partitions + " partitions"),
                        error -> log.warn("event log: metadata of {}", settings.topic(), error));
    }

    private static EventLogUnavailableException unavailable(String message) {
        return new EventLogUnavailableException(ApiCode.KAFKA_UNAVAILABLE, message);
    }

    private static Map<String, Object> producerProperties(EventLogSettings settings) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "touchstone-ingestion"),
                Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 5),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 48L * 1024 * 1024),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 150),
                // What a caller was told has failed should not lie in memory for long: it comes again with the same
                // ids.
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 50L),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L),
                Map.entry(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 50L),
                Map.entry(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 500L),
                // Spring Boot has meters; the client's own push to the broker is not asked for.
                Map.entry(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false));
    }
}
