package io.touchstone.assignment.exposure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.touchstone.assignment.kafka.EventLog;
import io.touchstone.assignment.kafka.EventLogUnavailableException;
import io.touchstone.assignment.kafka.LogRecord;
import io.touchstone.assignment.kafka.RecordEncoder;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.Trust;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records exposures behind the answer that made them due: the caller only puts them into a bounded queue, one thread takes
 * them to the event log. While Kafka is away the queue fills; what no longer fits is dropped and counted per flag
 * ({@code touchstone.exposures.dropped}). Nothing here is acknowledged to anybody.
 */
public final class ExposureRecorder implements AutoCloseable {
    /** Exposures that may wait: about a second of the fastest server. */
    public static final int QUEUE = 65_536;

    private static final Logger log = LoggerFactory.getLogger(ExposureRecorder.class);
    private static final int BATCH = 500;
    private static final Duration IDLE_WAIT = Duration.ofMillis(200);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final RecordEncoder encoder;
    private final EventLog eventLog;
    private final MeterRegistry meters;
    private final EventIds ids = new EventIds(new SecureRandom());
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closing;

    private record Waiting(int environment, Trust trust, String flag, PendingExposure due) {}

    public ExposureRecorder(RecordEncoder encoder, EventLog eventLog, MeterRegistry meters) {
        this.encoder = encoder;
        this.eventLog = eventLog;
        this.meters = meters;
        Gauge.builder("touchstone.exposures.waiting", queue, BlockingQueue::size)
                .description("Exposures of evaluations not yet in the event log")
                .register(meters);
        this.thread = Thread.ofPlatform().name("touchstone-exposures").daemon().start(this::run);
    }

    /**
     * Takes exposures or drops them; never waits.
     *
     * @param environment number of the environment
     * @param trust of the key that evaluated
     * @param flag the flag that was evaluated, known to the environment
     * @param exposures what the evaluation made due
     */
    public void record(int environment, Trust trust, String flag, List<PendingExposure> exposures) {
        for (PendingExposure due : exposures) {
            Waiting waiting = new Waiting(environment, trust, flag, due);
            if (!queue.offer(waiting)) {
                dropped(waiting);
            }
        }
    }

    /** Exposures not yet in the event log. */
    public int waiting() {
        return queue.size();
    }

    /** Sends what waits, for 2 s at most; the rest is dropped and counted. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSE_WITHIN.toMillis());
            thread.interrupt();
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>(BATCH);
        try {
            while (!closing || !queue.isEmpty()) {
                Waiting first = queue.poll(IDLE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    send(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        batch.forEach(this::dropped);
        for (Waiting left = queue.poll(); left != null; left = queue.poll()) {
            dropped(left);
        }
    }

    private void send(List<Waiting> batch) throws InterruptedException {
        List<LogRecord> records = new ArrayList<>(batch.size());
        for (Waiting waiting : batch) {
            try {
                records.add(encode(waiting));
            } catch (RuntimeException e) {
                log.error("exposure of flag {}: cannot be encoded: {}", waiting.flag(), e.toString());
                dropped(waiting);
            }
        }
        // The same ids again do no harm: a record that did arrive is a duplicate.
        while (!appended(records)) {
            Thread.sleep(RETRY_PAUSE);
        }
    }

    private boolean appended(List<LogRecord> records) throws InterruptedException {
        try {
            eventLog.append(records).toFuture().get();
            return true;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof EventLogUnavailableException)) {
                log.error("exposures: not appended, tried again", e.getCause());
            }
            return false;
        }
    }

    private LogRecord encode(Waiting waiting) {
        PendingExposure due = waiting.due();
        TopicRecord record =
                new TopicRecord(due.time(), due.time(), ids.next(), waiting.trust(), due.config(), due.body());
        return encoder.encode(waiting.environment(), due.unitType(), due.unit(), record);
    }

    private void dropped(Waiting waiting) {
        // As many tag values as flags: the key comes from a datafile, not from a caller.
        meters.counter("touchstone.exposures.dropped", "flag", waiting.flag()).increment();
    }
}
