package io.touchstone.embedded.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.embedded.kafka.Topic;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@WithPostgres
@WithKafka
class BackendExtensionTest {
    @Test
    void database_ofAClass_isEmptyUtf8WithBtreeGist(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension btree_gist");
            statement.execute("create table probe (text text)");
            statement.execute("insert into probe values ('试金石 🪨')");
            try (ResultSet row = statement.executeQuery("select text, length(text) from probe")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("试金石 🪨");
                assertThat(row.getInt(2)).isEqualTo(5);
            }
        }
    }

    @Nested
    class Inner {
        @Test
        void database_ofANestedClass_isTheOuterOne(TestDatabase database) {
            assertThat(database.name()).startsWith("t_backendextensiontest_");
        }
    }

    @Test
    void broker_transactionalRecord_isReadCommitted(TestBroker broker) throws Exception {
        String topic = broker.createTopic("probe", 2, Map.of());
        Properties properties = new Properties();
        properties.put("bootstrap.servers", broker.bootstrapServers());
        properties.put("transactional.id", broker.uniqueName("tx"));
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, 1, "k", "v")).get(20, TimeUnit.SECONDS);
            producer.commitTransaction();
        }
        properties.remove("transactional.id");
        properties.put("isolation.level", "read_committed");
        properties.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 1)));
            ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(20));
            assertThat(records).singleElement().satisfies(record -> assertThat(record.value())
                    .isEqualTo("v"));
        }
    }

    @Test
    void createTopics_withConfiguration_isAccepted(TestBroker broker) {
        broker.createTopics(List.of(new Topic(broker.uniqueName("kept"), 1, Map.of("retention.ms", "34560000000"))));
    }
}
