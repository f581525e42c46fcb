package io.touchstone.assignment;

import io.touchstone.model.Topics;
import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.TopicRecordCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The events topic, read from its start. */
final class EventTopic {
    static final int PARTITIONS = 4;

    /** One record of the topic, decoded. */
    record Entry(TopicKey key, TopicRecord record, long timestamp, int partition) {}

    private EventTopic() {}

    static void create(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(Topics.EVENTS, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Everything of that environment that is in the topic now. */
    static List<Entry> read(String bootstrapServers, int environment) {
        Map<String, Object> properties = Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = new java.util.HashSet<>();
            consumer.partitionsFor(Topics.EVENTS)
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Entry> entries = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    TopicKey key = TopicKey.decode(record.key());
                    if (key.environment() == environment) {
                        entries.add(new Entry(
                                key, TopicRecordCodec.decode(record.value()), record.timestamp(), record.partition()));
                    }
                }
            }
            return entries;
        }
    }

    /** Those of that event id. */
    static List<Entry> read(String bootstrapServers, int environment, String id) {
        return read(bootstrapServers, environment).stream()
                .filter(entry -> entry.record().id().equals(id))
                .toList();
    }
}
