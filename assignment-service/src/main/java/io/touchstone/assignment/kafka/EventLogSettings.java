package io.touchstone.assignment.kafka;

import java.time.Duration;

/**
 * How events reach Kafka.
 *
 * @param bootstrapServers {@code host:port,...}
 * @param topic topic of the events
 * @param queuedRecords most records sent and not acknowledged; a batch beyond is refused
 * @param queuedBytes most bytes of such records
 * @param acknowledgeWithin how long a batch may wait for its acknowledgement, under a second
 */
public record EventLogSettings(
        String bootstrapServers, String topic, int queuedRecords, long queuedBytes, Duration acknowledgeWithin) {
    /** Most records of one batch: 1,000 events of 4 identities. */
    public static final int LARGEST_BATCH = 4_000;

    /** Checks the bounds. */
    public EventLogSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("bootstrapServers: empty (expected: host:port,...)");
        }
        if (queuedRecords < LARGEST_BATCH) {
            throw new IllegalArgumentException(
                    "queuedRecords: " + queuedRecords + " (expected: at least " + LARGEST_BATCH + ")");
        }
        if (queuedBytes < 1) {
            throw new IllegalArgumentException("queuedBytes: " + queuedBytes + " (expected: above 0)");
        }
        if (acknowledgeWithin.isNegative() || acknowledgeWithin.isZero()) {
            throw new IllegalArgumentException("acknowledgeWithin: " + acknowledgeWithin + " (expected: above zero)");
        }
    }

    /** 40,000 records, 64 MiB, 800 ms: the answer is there within a second. */
    public static EventLogSettings standard(String bootstrapServers, String topic) {
        return new EventLogSettings(bootstrapServers, topic, 40_000, 64L * 1024 * 1024, Duration.ofMillis(800));
    }
}
