package io.touchstone.assignment.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchstone.assignment.exposure.ExposureRecorder;
import io.touchstone.assignment.exposure.PendingExposure;
import io.touchstone.assignment.http.ApiCode;
import io.touchstone.assignment.pseudonym.MasterKey;
import io.touchstone.assignment.pseudonym.Pseudonymizer;
import io.touchstone.core.condition.Attributes;
import io.touchstone.embedded.FreePort;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.Trust;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Nothing listens where Kafka should be. */
class EventLogTest {
    private final EventLog eventLog =
            new EventLog(EventLogSettings.standard("127.0.0.1:" + FreePort.pick(), "touchstone.events"));

    @AfterEach
    void close() {
        eventLog.close();
    }

    @Test
    void append_withoutKafka_failsWithinASecondAndThenAtOnce() {
        assertThat(eventLog.state()).isEqualTo(EventLogState.UNKNOWN);
        assertThat(failing(1)).isLessThan(Duration.ofSeconds(1));
        assertThat(eventLog.state()).isEqualTo(EventLogState.AWAY);
        assertThat(eventLog.queued()).isZero();

        // One batch tries again and holds the place; the others are not even sent.
        AtomicInteger ended = new AtomicInteger();
        eventLog.append(batch(1))
                .onErrorComplete()
                .doFinally(signal -> ended.incrementAndGet())
                .subscribe();
        if (ended.get() == 0) {
            assertThat(eventLog.takes()).isFalse();
            assertThat(failing(1)).isLessThan(Duration.ofMillis(100));
        }
    }

    @Test
    void append_beyondTheQueue_isRefusedWhole() {
        List<Mono<Void>> batches = Collections.nCopies(11, eventLog.append(batch(4_000)));
        AtomicInteger refused = new AtomicInteger();
        for (Mono<Void> one : batches) {
            one.subscribe(nothing -> {}, error -> {
                if (error instanceof EventLogUnavailableException full && full.code() == ApiCode.QUEUE_FULL) {
                    refused.incrementAndGet();
                }
            });
        }
        assertThat(refused.get()).isPositive();
        assertThat(eventLog.queued()).isLessThanOrEqualTo(40_000);
    }

    @Test
    void exposures_beyondTheQueue_areDroppedAndCountedByFlag_withoutWaiting() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        RecordEncoder encoder = new RecordEncoder(new Pseudonymizer(MasterKey.of(new byte[MasterKey.LENGTH])));
        TopicRecord.Exposure body = new TopicRecord.Exposure("f", "x", 1, "a", "experiment", null, Attributes.EMPTY);
        List<PendingExposure> one = List.of(new PendingExposure("user", "u", 1_795_000_000_000L, 1, body));
        try (ExposureRecorder recorder = new ExposureRecorder(encoder, eventLog, meters)) {
            long start = System.nanoTime();
            for (int i = 0; i < ExposureRecorder.QUEUE + 10_000; i++) {
                recorder.record(1, Trust.SERVER, "f", one);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            double dropped =
                    meters.counter("touchstone.exposures.dropped", "flag", "f").count();
            assertThat(dropped).isBetween(9_000.0, 10_000.0);
        }
        double droppedInAll =
                meters.counter("touchstone.exposures.dropped", "flag", "f").count();
        assertThat(droppedInAll).isEqualTo(ExposureRecorder.QUEUE + 10_000.0);
    }

    private Duration failing(int records) {
        long start = System.nanoTime();
        assertThatExceptionOfType(EventLogUnavailableException.class)
                .isThrownBy(() -> eventLog.append(batch(records)).block())
                .returns(ApiCode.KAFKA_UNAVAILABLE, EventLogUnavailableException::code);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static List<LogRecord> batch(int records) {
        return Collections.nCopies(records, new LogRecord(new byte[] {1}, new byte[] {2}, 1_795_000_000_000L));
    }
}
