package io.touchstone.benchmarks.pipeline;

import io.touchstone.benchmarks.scenario.ScenarioEvent;
import io.touchstone.model.Topics;
import io.touchstone.model.record.TopicRecordCodec;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts events into the events topic as ingestion does: same keys, bytes, timestamps and compression. */
final class EventLoader {

    private EventLoader() {}

    /** Loads at most {@code limit} events and waits until all are acknowledged. */
    static void load(String bootstrapServers, Iterator<ScenarioEvent> events, long limit) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        20,
                        "batch.size",
                        256 << 10),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (long i = 0; i < limit && events.hasNext(); i++) {
                ScenarioEvent event = events.next();
                producer.send(
                        new ProducerRecord<>(
                                Topics.EVENTS,
                                null,
                                event.record().received(),
                                event.key().encode(),
                                TopicRecordCodec.encode(event.record())),
                        (metadata, error) -> {
                            if (error != null) {
                                failure.set(error);
                            }
                        });
            }
        }
        Exception seen = failure.get();
        if (seen != null) {
            throw new IllegalStateException("events: not all acknowledged (expected: all)", seen);
        }
    }
}
