package io.touchstone.benchmarks.ingest;

import io.touchstone.model.Topics;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.TopicRecordCodec;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Whether the data plane's records are the raw producer's: the two could not be compared otherwise. */
final class SameBytes {

    private SameBytes() {}

    /** How many records were looked at. @throws IllegalStateException for the first that differs */
    static int check(String bootstrapServers, long time) {
        Map<String, IngestEvents> sent = new HashMap<>();
        for (IngestEvents event : IngestEvents.draw(IngestRun.EVENTS, time)) {
            sent.put(event.id(), event);
        }
        int checked = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (checked < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    compare(record.value(), sent);
                    checked++;
                }
            }
        }
        return checked;
    }

    private static void compare(byte[] written, Map<String, IngestEvents> sent) {
        TopicRecord record = TopicRecordCodec.decode(written);
        IngestEvents event = sent.get(record.id());
        if (event == null || !Arrays.equals(written, TopicRecordCodec.encode(event.record(record.received())))) {
            throw new IllegalStateException("record " + record + " (expected: the bytes of " + event + ")");
        }
    }
}
