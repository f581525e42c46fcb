package io.touchstone.pipeline;

import io.touchstone.core.condition.Attributes;
import io.touchstone.model.Topics;
import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.TopicRecordCodec;
import io.touchstone.model.record.Trust;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Environments with one experiment on {@code offer} and one metric, {@code spend}; their units and events. */
final class TeaShop {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TeaShop() {}

    static String catalog(int environment, String experiment) {
        return """
                {"schema":1,"version":1,"environment":{"number":%1$d,"key":"tea/test%1$d","zone":"Asia/Shanghai"},
                 "metrics":[{"key":"spend","version":1,"kind":"sum","event":"buy"}],
                 "experiments":[{"key":"%2$s","flag":"offer","unitType":"user","phases":[{"number":1,"state":"running",
                  "generation":1,"control":"control","variants":[{"key":"control","weight":1},{"key":"coupon","weight":1}],
                  "startsAt":"2026-11-01T00:00:00Z","activeFrom":"2026-11-01T00:00:00Z",
                  "metrics":[{"key":"spend","version":1,"role":"success","means":"welch"}],
                  "dimensions":[],"covariates":[],"plan":{"alpha":0.05,"power":0.8}}]}]}
                """.formatted(environment, experiment);
    }

    /** Publishes version 1 of an environment, once. */
    static void publish(Connection connection, int environment, String catalog) throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement("""
                INSERT INTO project (key, name, created_at) VALUES ('tea', 'Tea', now()) ON CONFLICT DO NOTHING;
                INSERT INTO environment (number, project_id, key, name, zone, created_at)
                  OVERRIDING SYSTEM VALUE
                  SELECT ?, p.id, ?, 'Test', 'Asia/Shanghai', now() FROM project p ON CONFLICT DO NOTHING;
                INSERT INTO publication (environment, version, datafile, datafile_etag, catalog, access_list, published_at)
                  VALUES (?, 1, '{}', '"1"', ?, '{}', now()) ON CONFLICT DO NOTHING
                """)) {
            rows.setInt(1, environment);
            rows.setString(2, "test" + environment);
            rows.setInt(3, environment);
            rows.setString(4, catalog);
            rows.execute();
        }
    }

    static TopicKey unit(int environment, int number) {
        byte[] pseudonym = new byte[TopicKey.PSEUDONYM_BYTES];
        pseudonym[0] = (byte) number;
        return new TopicKey(environment, "user", pseudonym);
    }

    static TopicRecord.Exposure exposure(String experiment, String variant) {
        return new TopicRecord.Exposure("offer", experiment, 1, variant, "experiment", null, Attributes.EMPTY);
    }

    /** As ingestion writes it: stamped with the instant it was received at. */
    static ProducerRecord<byte[], byte[]> received(Instant at, TopicKey key, String id, TopicRecord.Body body) {
        long millis = at.toEpochMilli();
        TopicRecord record = new TopicRecord(millis, millis, id, Trust.SERVER, 1, body);
        return new ProducerRecord<>(Topics.EVENTS, null, millis, key.encode(), TopicRecordCodec.encode(record));
    }

    /** A condition that may fail while servers come and go. */
    interface Condition {
        boolean holds() throws SQLException;
    }

    static void await(String what, Condition condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(what + ": not reached within " + PATIENCE);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static boolean holds(Condition condition) {
        try {
            return condition.holds();
        } catch (SQLException e) {
            return false;
        }
    }
}
