package io.touchstone.benchmarks.process;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far a topic reaches.
 *
 * @param offsets offset behind the last record, by partition
 */
public record TopicEnds(Map<TopicPartition, Long> offsets) {

    /** As it is now. */
    public static TopicEnds of(String bootstrapServers, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return new TopicEnds(consumer.endOffsets(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .collect(Collectors.toSet())));
        }
    }

    /** Over all partitions. */
    public long total() {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
