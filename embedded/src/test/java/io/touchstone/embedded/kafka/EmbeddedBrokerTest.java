package io.touchstone.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.embedded.EmbeddedServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.server.common.TransactionVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    private static final Topic EVENTS = new Topic("events", 2, Map.of("retention.ms", "34560000000"));

    @TempDir
    Path folder;

    @Test
    void start_secondTimeOnAnotherPort_keepsTopicsAndRecords() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
            broker.ensureTopics(List.of(EVENTS));
            send(broker, "kept");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
            broker.ensureTopics(List.of(EVENTS));
            assertThat(firstValue(broker)).isEqualTo("kept");
            assertTransactionVersionIsNewest(broker);
            assertInternalTopicsHaveOneReplica(broker);
            assertThatExceptionOfType(EmbeddedServerException.class)
                    .isThrownBy(() -> broker.ensureTopics(List.of(new Topic("events", 3))))
                    .withMessage(
                            "topic events: 2 partitions (expected: 3, which is fixed when the data folder is made)");
        }
    }

    @Test
    void start_busyPort_saysSoInOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(EmbeddedServerException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(
                            BrokerSettings.in(folder).withListen("127.0.0.1", taken.getLocalPort())))
                    .withMessageStartingWith("broker port: " + taken.getLocalPort());
        }
    }

    @Test
    void start_impossibleConfiguration_failsWithoutEndingTheJvm() {
        BrokerSettings broken = BrokerSettings.in(folder).withOverrides(Map.of("min.insync.replicas", "none"));
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> EmbeddedBroker.start(broken));
    }

    private static void send(EmbeddedBroker broker, String value) throws Exception {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", broker.bootstrapServers());
        properties.put("transactional.id", "probe");
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("events", 0, null, value)).get(20, TimeUnit.SECONDS);
            producer.commitTransaction();
        }
    }

    private static String firstValue(EmbeddedBroker broker) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", broker.bootstrapServers());
        properties.put("auto.offset.reset", "earliest");
        properties.put("group.id", "probe");
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("events", 0)));
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(20))) {
                consumer.commitSync();
                return record.value();
            }
            return "nothing";
        }
    }

    private static void assertTransactionVersionIsNewest(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            FinalizedVersionRange version = admin.describeFeatures()
                    .featureMetadata()
                    .get()
                    .finalizedFeatures()
                    .get(TransactionVersion.FEATURE_NAME);
            assertThat(version).isNotNull();
            assertThat(version.maxVersionLevel()).isEqualTo(TransactionVersion.LATEST_PRODUCTION.featureLevel());
        }
    }

    private static void assertInternalTopicsHaveOneReplica(EmbeddedBroker broker) throws Exception {
        List<String> internal = List.of("__consumer_offsets", "__transaction_state");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.describeTopics(internal).allTopicNames().get().values().forEach(topic -> assertThat(
                            topic.partitions())
                    .hasSize(4)
                    .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(1)));
            List<ConfigResource> resources = internal.stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            admin.describeConfigs(resources).all().get().values().forEach(config -> assertThat(
                            config.get("min.insync.replicas").value())
                    .isEqualTo("1"));
        }
    }
}
