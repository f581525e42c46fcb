package io.touchstone.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchstone.embedded.FreePort;
import io.touchstone.embedded.postgres.DatabaseSettings;
import io.touchstone.embedded.postgres.DatabaseSettings.Durability;
import io.touchstone.embedded.postgres.EmbeddedDatabase;
import io.touchstone.embedded.testing.TestBroker;
import io.touchstone.embedded.testing.WithKafka;
import io.touchstone.migrations.Migrations;
import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.PackedRow;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.pipeline.progress.Hop;
import io.touchstone.pipeline.progress.WatchSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What freshness, lag and health say of a pipeline on a broker and a database of its own, which can be stopped. */
@WithKafka
class FreshnessTest {

    private static final WatchSettings WATCH = new WatchSettings(Duration.ofMillis(200), Duration.ofSeconds(3));
    private static final int STUCK_ENVIRONMENT = 2;

    @TempDir
    Path folder;

    private String experiment = "";
    private DatabaseSettings databaseSettings;
    private EmbeddedDatabase database;
    private KafkaProducer<byte[], byte[]> producer;
    private PipelineService service;

    @BeforeEach
    void start(TestBroker broker, TestInfo test) throws Exception {
        // The broker is shared with other tests, and so is what it has counted.
        experiment = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        databaseSettings = DatabaseSettings.in(folder.resolve("postgres"), "only-for-tests")
                .withListen("127.0.0.1", FreePort.pick())
                .withDurability(Durability.NONE);
        database = EmbeddedDatabase.start(databaseSettings);
        Migrations.migrate(database.jdbcUrl(), database.user(), database.password());
        try (Connection connection = connect()) {
            TeaShop.publish(connection, 1, TeaShop.catalog(1, experiment));
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        service = PipelineService.start(PipelineSettings.standalone(
                        new Database(database.jdbcUrl(), database.user(), database.password()),
                        broker.bootstrapServers(),
                        folder.resolve("state"))
                .withPatience(Duration.ofSeconds(2), WATCH));
    }

    @AfterEach
    void stop() {
        service.close();
        producer.close();
        database.close();
    }

    @Test
    void freshness_eventsThenQuiet_isThatOfTheLastLook() throws Exception {
        Instant sent = acknowledge(1, "x1", TeaShop.exposure(experiment, "coupon"));
        TeaShop.await("the event to be counted", () -> countedThrough().isAfter(sent));
        assertEquals(1, units());
        Instant quiet = countedThrough();
        TeaShop.await("the next look", () -> countedThrough().isAfter(quiet));
        TeaShop.await("nothing to wait", () -> Stream.of(Hop.values()).allMatch(hop -> waiting(hop) == 0));
        assertEquals(PipelineHealth.State.COUNTING, service.health().state());

        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        service.meters().bindTo(meters);
        assertEquals(
                0,
                meters.get("touchstone.pipeline.lag")
                        .tag("hop", "writing")
                        .gauge()
                        .value());
        assertEquals(0, meters.get("touchstone.pipeline.faults").gauge().value());
        assertTrue(meters.get("touchstone.freshness.age").timeGauge().value() < 60);
    }

    @Test
    void freshness_databaseStopsAndComesBack_recoversByItself() throws Exception {
        Instant before = acknowledge(1, "x1", TeaShop.exposure(experiment, "coupon"));
        TeaShop.await("the event to be counted", () -> countedThrough().isAfter(before));

        database.close();
        Instant during = acknowledge(2, "x2", TeaShop.exposure(experiment, "control"));
        TeaShop.await("health to tell", () -> reasons().contains("PostgreSQL does not answer"));
        assertEquals(PipelineHealth.State.DEGRADED, service.health().state());
        assertFalse(service.health().progress().countedThrough().orElseThrow().isAfter(during));

        database = EmbeddedDatabase.start(databaseSettings);
        TeaShop.await("both events to be counted", () -> countedThrough().isAfter(during) && units() == 2);
        TeaShop.await("health to be well", () -> service.health().state() == PipelineHealth.State.COUNTING);
    }

    @Test
    void freshness_backlogOfAnotherEnvironment_staysBehindItAndHealthTellsWhere() throws Exception {
        Instant before = acknowledge(1, "x1", TeaShop.exposure(experiment, "coupon"));
        TeaShop.await("the event to be counted", () -> countedThrough().isAfter(before));
        try (Connection connection = connect()) {
            // Published and not readable: its records wait until it is.
            TeaShop.publish(connection, STUCK_ENVIRONMENT, "{}");
        }
        TeaShop.await("a look at a quiet system", () -> countedThrough().isAfter(before.plusMillis(500)));
        producer.send(TeaShop.received(
                        Instant.now(),
                        TeaShop.unit(STUCK_ENVIRONMENT, 1),
                        "y1",
                        TeaShop.exposure(experiment, "coupon")))
                .get();
        Instant stuck = Instant.now();
        TeaShop.await("health to tell", () -> reasons().contains("counting stands still: partition "));
        assertTrue(reasons().contains("CatalogUnavailableException"), reasons());
        assertFalse(countedThrough().isAfter(stuck), "an event acknowledged by then is not counted");

        try (Connection connection = connect();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE publication SET catalog = ? WHERE environment = ?")) {
            update.setString(1, TeaShop.catalog(STUCK_ENVIRONMENT, experiment));
            update.setInt(2, STUCK_ENVIRONMENT);
            update.execute();
        }
        TeaShop.await("the event to be counted", () -> countedThrough().isAfter(stuck));
        TeaShop.await("health to be well", () -> service.health().state() == PipelineHealth.State.COUNTING);
    }

    private Instant acknowledge(int unit, String id, TopicRecord.Body body) throws Exception {
        producer.send(TeaShop.received(Instant.now(), TeaShop.unit(1, unit), experiment + id, body))
                .get();
        return Instant.now();
    }

    private String reasons() {
        return String.join("; ", service.health().reasons());
    }

    private long waiting(Hop hop) {
        return service.health().progress().waiting().getOrDefault(hop, -1L);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    /** As a report reads it; the beginning of time before anything is known. */
    private Instant countedThrough() throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CASE WHEN count(*) = count(p.complete_through)"
                        + " THEN min(p.complete_through) END FROM event_progress p")) {
            var through = row.next() ? row.getTimestamp(1) : null;
            return through == null ? Instant.EPOCH : through.toInstant();
        }
    }

    private long units() throws SQLException {
        long units = 0;
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT r.payload FROM cell_row r"
                                + " WHERE r.experiment = ? AND r.metric = '$units' AND r.slice = 'all' AND r.environment = 1")) {
            query.setString(1, experiment);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    units += PackedRow.decode(rows.getBytes(1)).cells().values().stream()
                            .mapToLong(CellSums::units)
                            .sum();
                }
            }
        }
        return units;
    }
}
