package io.touchstone.standalone.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sink that falls asleep in the middle of an upsert, is replaced, and wakes up: its old rows must not overwrite newer ones.
 *
 * <p>A trigger holds the first upsert after a signal inside the database. Its process is stopped there; the other process takes over and
 * writes past it; then the database finishes the old upsert and the process wakes up, one statement away from its commit.
 */
@Tag("slow")
@WithKafka
@WithPostgres
class FencedSinkTest {

    private static final long NOW = Instant.parse("2026-11-22T04:00:00Z").toEpochMilli();
    private static final int STALL_LOCK = 4711;

    /** 10 + 20, once in the row of all units and once in that of a fold; which of the two stalls is left to chance. */
    private static final double WRITTEN = 60;

    private static final String UNCHECKED = """
            CREATE OR REPLACE FUNCTION advance_sink_position(
              p_topic_partition text, p_epoch bigint, p_expected bigint, p_next bigint,
              p_events_counted bigint[], p_events_through timestamptz[])
              RETURNS boolean LANGUAGE sql AS $$
              UPDATE sink_position s SET next_offset = greatest(s.next_offset, p_next)
               WHERE s.topic_partition = p_topic_partition;
              SELECT true;
            $$
            """;

    @TempDir
    Path folder;

    private TestDatabase database;
    private KafkaProducer<byte[], byte[]> producer;

    @Test
    void wakeUp_afterTheOtherWrotePastIt_changesNoNumber(TestDatabase given, TestBroker broker) throws Exception {
        database = given;
        Migrations.migrate(database.dataSource());
        prepare();
        // One broker serves both runs, so each has an experiment of its own.
        assertEquals(WRITTEN, spendAfterTheSleep(broker, "checked"), "with the position check");
        run(UNCHECKED);
        assertNotEquals(WRITTEN, spendAfterTheSleep(broker, "unchecked"), "without it an old row comes back");
    }

    /** The experiment's spend after 10 and 20 were counted, the second while the writer of the first slept. */
    private double spendAfterTheSleep(TestBroker broker, String experiment) throws Exception {
        run("TRUNCATE stall; INSERT INTO stall VALUES (false, false)");
        Map<String, String> first = environment(broker, 1);
        Map<String, String> second = environment(broker, 2);
        try (PlaneProcess a = PlaneProcess.start("pipeline", folder.resolve(experiment + "-a"), first);
                PlaneProcess b = PlaneProcess.start("pipeline", folder.resolve(experiment + "-b"), second);
                KafkaProducer<byte[], byte[]> open = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer = open;
            send(
                    experiment,
                    "x",
                    new TopicRecord.Exposure("offer", experiment, 1, "control", "experiment", null, Attributes.EMPTY));
            Await.until("the exposure to be counted", () -> units(experiment) == 1);
            run("UPDATE stall SET wanted = true");
            send(experiment, "o1", new TopicRecord.Outcome("buy", 10.0, Attributes.EMPTY));
            Await.until("an upsert to stall", () -> stalledProcess() != 0);
            PlaneProcess asleep = stalledProcess() == 1 ? a : b;
            asleep.sleep();
            send(experiment, "o2", new TopicRecord.Outcome("buy", 20.0, Attributes.EMPTY));
            Await.until("the other to write past it", () -> spend(experiment) == WRITTEN);
            run("UPDATE stall SET go = true");
            Await.until("the old upsert to be done but for its commit", () -> stalledState()
                    .equals("idle in transaction"));
            asleep.wake();
            Await.until(
                    "the sleeper to end its transaction", () -> !stalledState().equals("idle in transaction"));
            return spend(experiment);
        }
    }

    /** The number of the process is a setting of its sessions, so that the trigger can tell who stalls. */
    private Map<String, String> environment(TestBroker broker, int process) {
        return Map.of(
                "TOUCHSTONE_DATABASE_URL", database.jdbcUrl() + "?options=-c%20stall.process=" + process,
                "TOUCHSTONE_DATABASE_USER", database.user(),
                "TOUCHSTONE_DATABASE_PASSWORD", database.password(),
                "TOUCHSTONE_KAFKA_BOOTSTRAP", broker.bootstrapServers());
    }

    private void prepare() throws SQLException {
        run("""
            CREATE TABLE stall (wanted boolean NOT NULL, go boolean NOT NULL);
            CREATE FUNCTION stall_once() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF (SELECT s.wanted FROM stall s) AND pg_try_advisory_lock(%d) THEN
                PERFORM pg_advisory_lock_shared(current_setting('stall.process')::int);
                WHILE NOT (SELECT s.go FROM stall s) LOOP
                  PERFORM pg_sleep(0.05);
                END LOOP;
              END IF;
              RETURN NULL;
            END $$;
            CREATE TRIGGER stall_once BEFORE INSERT ON cell_row FOR EACH STATEMENT EXECUTE FUNCTION stall_once();
            """.formatted(STALL_LOCK));
        String experiments = experiment("checked") + "," + experiment("unchecked");
        String catalog = """
                {"schema":1,"version":1,"environment":{"number":1,"key":"tea/test","zone":"Asia/Shanghai"},
                 "metrics":[{"key":"spend","version":1,"kind":"sum","event":"buy"}],"experiments":[%s]}
                """.formatted(experiments);
        run("INSERT INTO project (key, name, created_at) VALUES ('tea', 'Tea', now());"
                + " INSERT INTO environment (number, project_id, key, name, zone, created_at) OVERRIDING SYSTEM VALUE"
                + " SELECT 1, p.id, 'test', 'Test', 'Asia/Shanghai', now() FROM project p;"
                + " INSERT INTO publication (environment, version, datafile, datafile_etag, catalog, access_list, published_at)"
                + " VALUES (1, 1, '{}', '\"1\"', '" + catalog + "', '{}', now())");
    }

    private static String experiment(String key) {
        return """
                {"key":"%s","flag":"offer","unitType":"user","phases":[{"number":1,"state":"running",
                  "generation":1,"control":"control","variants":[{"key":"control","weight":1},{"key":"coupon","weight":1}],
                  "startsAt":"2026-11-01T00:00:00Z","activeFrom":"2026-11-01T00:00:00Z",
                  "metrics":[{"key":"spend","version":1,"role":"success","means":"welch"}],
                  "dimensions":[],"covariates":[],"plan":{"alpha":0.05,"power":0.8}}]}
                """.formatted(key);
    }

    private void send(String experiment, String id, TopicRecord.Body body) {
        byte[] pseudonym = Arrays.copyOf(experiment.getBytes(StandardCharsets.UTF_8), TopicKey.PSEUDONYM_BYTES);
        TopicRecord record = new TopicRecord(NOW, NOW, id + System.nanoTime(), Trust.SERVER, 1, body);
        producer.send(new ProducerRecord<>(
                Topics.EVENTS,
                null,
                NOW,
                new TopicKey(1, "user", pseudonym).encode(),
                TopicRecordCodec.encode(record)));
        producer.flush();
    }

    private double spend(String experiment) throws SQLException {
        return total(experiment, "spend", true).sum(0).value();
    }

    private long units(String experiment) throws SQLException {
        return total(experiment, "$units", false).units();
    }

    private CellSums total(String experiment, String metric, boolean amount) throws SQLException {
        CellSums total = new CellSums(1, amount);
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("SELECT r.payload FROM cell_row r"
                        + " WHERE r.experiment = ? AND r.metric = ? AND r.slice = 'all'")) {
            query.setString(1, experiment);
            query.setString(2, metric);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    PackedRow.decode(rows.getBytes(1)).cells().values().forEach(total::add);
                }
            }
        }
        return total;
    }

    /** 1 or 2; 0 while nobody stalls. */
    private int stalledProcess() throws SQLException {
        String lock = ofStalledBackend("(SELECT max(o.objid::int) FROM pg_locks o WHERE o.pid = l.pid"
                + " AND o.locktype = 'advisory' AND o.granted AND o.objid IN (1, 2))");
        return lock.isEmpty() ? 0 : Integer.parseInt(lock);
    }

    private String stalledState() throws SQLException {
        return ofStalledBackend("a.state");
    }

    /** An expression for the backend that holds the lock; empty if there is none. */
    private String ofStalledBackend(String expression) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + expression + " FROM pg_locks l"
                        + " JOIN pg_stat_activity a ON a.pid = l.pid"
                        + " WHERE l.locktype = 'advisory' AND l.granted AND l.objid = " + STALL_LOCK
                        + " AND a.datname = current_database()")) {
            String value = row.next() ? row.getString(1) : null;
            return value == null ? "" : value;
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
