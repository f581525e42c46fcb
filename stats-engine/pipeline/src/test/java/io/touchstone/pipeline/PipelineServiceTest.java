package io.touchstone.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.touchstone.core.condition.Attributes;
import io.touchstone.embedded.testing.TestBroker;
import io.touchstone.embedded.testing.TestDatabase;
import io.touchstone.embedded.testing.WithKafka;
import io.touchstone.embedded.testing.WithPostgres;
import io.touchstone.migrations.Migrations;
import io.touchstone.model.Topics;
import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.PackedRow;
import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.TopicRecordCodec;
import io.touchstone.model.record.Trust;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline on a real broker and a real database. */
@WithKafka
@WithPostgres
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PipelineServiceTest {

    private static final long NOW = Instant.parse("2026-11-22T04:00:00Z").toEpochMilli();

    @TempDir
    static Path stateDirectory;

    private TestBroker broker;
    private TestDatabase database;
    private PipelineSettings settings;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void prepare(TestBroker testBroker, TestDatabase testDatabase) throws SQLException {
        broker = testBroker;
        database = testDatabase;
        Migrations.migrate(database.dataSource());
        publish();
        settings = PipelineSettings.standalone(
                new Database(database.jdbcUrl(), database.user(), database.password()),
                broker.bootstrapServers(),
                stateDirectory);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    @Order(1)
    void start_eventsOfTwoUnits_becomeCells() throws Exception {
        try (PipelineService service = PipelineService.start(settings)) {
            send(unit(1), exposure("x1", "coupon"));
            send(unit(1), outcome("o1", 12.5));
            send(unit(1), outcome("o1", 12.5));
            send(unit(2), exposure("x2", "control"));
            send(unit(2), outcome("o2", 4));
            TeaShop.await(
                    "the expected state",
                    () -> sums("spend", "control", -1).sum(0).value() == 4
                            && sums("spend", "coupon", -1).sum(0).value() == 12.5);
            assertTrue(service.isCounting());
        }
        assertEquals(1, sums("$units", "coupon", -1).units());
        assertEquals(12.5 * 12.5, sums("spend", "coupon", -1).product(0, 0).value());
        assertEquals(1, foldedUnits("spend", "coupon"));
    }

    @Test
    @Order(2)
    void start_again_goesOnWhereItStopped() throws Exception {
        try (PipelineService service = PipelineService.start(settings)) {
            send(unit(1), outcome("o1", 12.5));
            send(unit(1), outcome("o3", 7.5));
            TeaShop.await(
                    "the expected state",
                    () -> sums("spend", "coupon", -1).sum(0).value() == 20);
            assertTrue(service.isCounting());
        }
        assertEquals(400, sums("spend", "coupon", -1).product(0, 0).value());
        assertEquals(1, sums("spend", "coupon", -1).units());
    }

    @Test
    @Order(3)
    void process_recordsThatCannotBeCounted_goToTheDeadLettersAndHoldNothingUp() throws Exception {
        try (PipelineService service = PipelineService.start(settings)) {
            producer.send(new ProducerRecord<>(Topics.EVENTS, unit(3).encode(), new byte[] {9, 9}));
            producer.send(new ProducerRecord<>(Topics.EVENTS, new byte[] {1}, new byte[0]));
            send(unit(3), record("c1", 99, new TopicRecord.Outcome("buy", 1.0, Attributes.EMPTY)));
            send(unit(3), exposure("x9", "unheard"));
            send(unit(3), exposure("x3", "control"));
            send(unit(3), outcome("o9", 1));
            TeaShop.await(
                    "the expected state",
                    () -> sums("spend", "control", -1).sum(0).value() == 5);
            assertTrue(service.isCounting());
        }
        List<String> reasons = deadLetters(4);
        assertEquals(List.of("config_unknown", "record_broken", "record_broken", "variant_unknown"), reasons);
    }

    @Test
    @Order(6)
    void process_manyRecordsOfAConfigNobodyPublished_holdOthersUpForSecondsOnly() throws Exception {
        try (PipelineService service = PipelineService.start(settings)) {
            for (int i = 0; i < 1_000; i++) {
                send(unit(4), record("flood" + i, 1L << 40, new TopicRecord.Outcome("buy", 1.0, Attributes.EMPTY)));
            }
            send(unit(2), outcome("o99", 3));
            long sent = System.nanoTime();
            TeaShop.await(
                    "the expected state",
                    () -> sums("spend", "control", -1).sum(0).value() == 8);
            assertTrue(System.nanoTime() - sent < Duration.ofSeconds(45).toNanos(), "one wait each would take minutes");
            assertTrue(service.isCounting());
        }
    }

    @Test
    @Order(4)
    void start_otherNumberOfPartitions_isRefused() {
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> PipelineService.start(settings.withTopics(7, 1)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("(expected: 7"), refusal.getMessage());
    }

    private static TopicKey unit(int number) {
        return TeaShop.unit(1, number);
    }

    private static TopicRecord exposure(String id, String variant) {
        return record(id, 1, TeaShop.exposure("winback", variant));
    }

    private static TopicRecord outcome(String id, double value) {
        return record(id, 1, new TopicRecord.Outcome("buy", value, Attributes.EMPTY));
    }

    private static TopicRecord record(String id, long config, TopicRecord.Body body) {
        return new TopicRecord(NOW, NOW, id, Trust.SERVER, config, body);
    }

    private void send(TopicKey key, TopicRecord record) {
        producer.send(new ProducerRecord<>(
                Topics.EVENTS, null, record.received(), key.encode(), TopicRecordCodec.encode(record)));
    }

    private void publish() throws SQLException {
        try (Connection connection = database.connect()) {
            TeaShop.publish(connection, 1, TeaShop.catalog(1, "winback"));
        }
    }

    private CellSums sums(String metric, String variant, int fold) {
        CellSums total = new CellSums(1, !metric.equals("$units"));
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("SELECT r.payload FROM cell_row r"
                        + " WHERE r.metric = ? AND r.variant = ? AND r.slice = 'all' AND r.fold = ?")) {
            query.setString(1, metric);
            query.setString(2, variant);
            query.setInt(3, fold);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    PackedRow.decode(rows.getBytes(1)).cells().values().forEach(total::add);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return total;
    }

    private long foldedUnits(String metric, String variant) {
        long units = 0;
        for (int fold = 0; fold < 64; fold++) {
            units += sums(metric, variant, fold).units();
        }
        return units;
    }

    private List<String> deadLetters(int expected) {
        List<String> reasons = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        broker.uniqueName("dead"),
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.DEAD_LETTERS));
            TeaShop.await("the expected state", () -> {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    reasons.add(new String(
                            record.headers().lastHeader(Topics.REASON_HEADER).value(),
                            java.nio.charset.StandardCharsets.UTF_8));
                }
                return reasons.size() >= expected;
            });
        }
        return reasons.stream().sorted().toList();
    }

    @Test
    @Order(5)
    void topics_afterTheStart_areKeptAsLongAsPromised() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker.bootstrapServers()))) {
            var resource = new org.apache.kafka.common.config.ConfigResource(
                    org.apache.kafka.common.config.ConfigResource.Type.TOPIC, Topics.EVENTS);
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertEquals("34560000000", config.get("retention.ms").value());
        }
    }
}
