package io.touchstone.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.assignment.publication.Snapshots;
import io.touchstone.embedded.FreePort;
import io.touchstone.embedded.kafka.BrokerSettings;
import io.touchstone.embedded.kafka.EmbeddedBroker;
import io.touchstone.embedded.postgres.DatabaseSettings;
import io.touchstone.embedded.postgres.EmbeddedDatabase;
import io.touchstone.embedded.testing.TestBroker;
import io.touchstone.embedded.testing.TestDatabase;
import io.touchstone.embedded.testing.WithKafka;
import io.touchstone.embedded.testing.WithPostgres;
import io.touchstone.migrations.Migrations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The data plane without PostgreSQL, and without Kafka: servers of its own, really stopped and started again. */
@WithPostgres
@WithKafka
class OutageTest {
    @TempDir
    Path folder;

    @Test
    void withoutPostgres_evaluationAndIngestionGoOn_alsoAfterARestart(TestBroker broker) throws Exception {
        EventTopic.create(broker.bootstrapServers());
        DatabaseSettings settings = DatabaseSettings.in(folder.resolve("postgres"), "only-for-tests")
                .withBinaries(Path.of(System.getProperty("java.io.tmpdir"), "touchstone-tests", "programs"))
                .withListen("127.0.0.1", FreePort.pick());
        EmbeddedDatabase database = EmbeddedDatabase.start(settings);
        try {
            Migrations.migrate(database.jdbcUrl(), database.user(), database.password());
            Documents documents = Documents.createEnvironment(dataSource(database), "tea");
            documents.publish(1, "before");
            String url = database.jdbcUrl().replaceFirst("jdbc:", "r2dbc:");

            try (DataPlane plane = start(url, database, broker)) {
                awaitVersion(plane, documents, 1);
                database.close();
                Await.until(
                        "the loss is noticed", () -> health(plane, "database").equals("away"));
                assertServes(plane, documents, "pg-1", "before");
            }
            try (DataPlane restarted = start(url, database, broker)) {
                assertServes(restarted, documents, "pg-2", "before");
                assertThat(health(restarted, "status")).isEqualTo("UP");

                OpenStream stream = new OpenStream(
                        new Http(restarted.port(), documents.key("server")).request("/api/v1/datafile/stream"));
                Await.until("the stream", () -> stream.ids().equals(List.of("1")));
                database = EmbeddedDatabase.start(settings);
                documents.publish(2, "after");
                awaitVersion(restarted, documents, 2);
                Await.until("the stream's event", () -> stream.ids().equals(List.of("1", "2")));
                stream.close();
                assertServes(restarted, documents, "pg-3", "after");
                Await.until("the database is back", () -> health(restarted, "database")
                        .equals("up"));
            }
            assertThat(EventTopic.read(broker.bootstrapServers(), documents.environment()))
                    .extracting(entry -> entry.record().id())
                    .contains("pg-1", "pg-2", "pg-3");
        } finally {
            database.close();
        }
    }

    @Test
    void withoutKafka_ingestionAnswers503WithinASecond_andRecovers(TestDatabase database) throws Exception {
        Migrations.migrate(database.jdbcUrl(), database.user(), database.password());
        Documents documents = Documents.createEnvironment(database.dataSource(), "coffee");
        documents.publish(1, "none");
        BrokerSettings settings = BrokerSettings.in(folder.resolve("kafka")).withListen("127.0.0.1", FreePort.pick());
        EmbeddedBroker broker = EmbeddedBroker.start(settings);
        String servers = broker.bootstrapServers();
        EventTopic.create(servers);
        try (DataPlane plane =
                DataPlane.start(folder, database.r2dbcUrl(), database.user(), database.password(), servers)) {
            awaitVersion(plane, documents, 1);
            Http server = new Http(plane.port(), documents.key("server"));
            assertThat(server.eventsBody(body("kafka-before")).status()).isEqualTo(200);

            broker.close();
            for (int i = 0; i < 10; i++) {
                assertUnavailableWithinASecond(server, "kafka-lost-" + i);
                assertEvaluatesAtOnce(server, "kafka-user-" + i);
            }
            assertThat(health(plane, "kafka")).isEqualTo("away");

            broker = EmbeddedBroker.start(settings);
            List<String> acknowledged = new ArrayList<>(List.of("kafka-before"));
            Await.until(
                    "ingestion recovers",
                    () -> server.eventsOnce(body("kafka-after")).status() == 200);
            acknowledged.add("kafka-after");
            for (int i = 0; i < 5; i++) {
                acknowledged.add("kafka-then-" + i);
                assertThat(server.eventsOnce(body("kafka-then-" + i)).status()).isEqualTo(200);
            }
            assertThat(ids(servers, documents)).containsAll(acknowledged);
            assertThat(health(plane, "kafka")).isEqualTo("up");
            // What evaluations made due meanwhile has waited in the queue.
            Await.until(
                    "the exposures",
                    () -> ids(servers, documents).stream()
                                    .filter(id -> id.startsWith("ev-"))
                                    .count()
                            == 10);
        } finally {
            broker.close();
        }
    }

    @Test
    void withNothing_isNotReadyAndSaysSo() {
        try (DataPlane plane = DataPlane.start(
                folder,
                "r2dbc:postgresql://127.0.0.1:" + FreePort.pick() + "/none",
                "u",
                "password",
                "127.0.0.1:" + FreePort.pick())) {
            Http server = new Http(plane.port(), "tsk_server_k7Qm2xWa_" + Documents.SECRET + "01");
            Http.Answer answer = server.eventsOnce(body("x"));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("not_ready");
            assertThat(server.as("").get("/health").status()).isEqualTo(503);
            assertThat(server.evaluateUser("fixed", "u").status()).isEqualTo(503);
        }
    }

    private DataPlane start(String url, EmbeddedDatabase database, TestBroker broker) {
        return DataPlane.start(
                folder.resolve("plane"), url, database.user(), database.password(), broker.bootstrapServers());
    }

    private static void assertServes(DataPlane plane, Documents documents, String id, String value) {
        Http server = new Http(plane.port(), documents.key("server"));
        Http.Answer answer = server.evaluateUser("off", "u");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        assertThat(answer.json().path("value").asString()).isEqualTo(value);
        Http.Answer events = server.eventsBody(body(id));
        assertThat(events.json().path("accepted").asInt())
                .as(events.json().toString())
                .isEqualTo(1);
    }

    private static void assertUnavailableWithinASecond(Http server, String id) {
        long start = System.nanoTime();
        Http.Answer answer = server.eventsOnce(body(id));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("kafka_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    private static void assertEvaluatesAtOnce(Http server, String user) {
        long start = System.nanoTime();
        assertThat(server.evaluateUser("winback_offer", user).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
    }

    private static void awaitVersion(DataPlane plane, Documents documents, long version) {
        Await.until("version " + version, () -> plane.bean(Snapshots.class)
                .environment(documents.environment())
                .filter(snapshot -> snapshot.version() == version)
                .isPresent());
    }

    private static String health(DataPlane plane, String field) {
        return new Http(plane.port(), "").get("/health").json().path(field).asString();
    }

    private static Set<String> ids(String servers, Documents documents) {
        return EventTopic.read(servers, documents.environment()).stream()
                .map(entry -> entry.record().id())
                .collect(Collectors.toSet());
    }

    private static String body(String id) {
        return "{\"events\":[{\"id\":\"" + id
                + "\",\"type\":\"outcome\",\"time\":\"2026-01-01T00:00:00Z\",\"units\":{\"user\":\"u\"},\"name\":\"n\"}]}";
    }

    private static PGSimpleDataSource dataSource(EmbeddedDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }
}
