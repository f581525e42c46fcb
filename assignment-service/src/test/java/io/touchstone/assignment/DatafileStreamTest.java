package io.touchstone.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.assignment.datafile.StreamLimits;
import io.touchstone.assignment.publication.Snapshots;
import io.touchstone.embedded.FreePort;
import io.touchstone.embedded.testing.TestDatabase;
import io.touchstone.embedded.testing.WithPostgres;
import io.touchstone.migrations.Migrations;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The stream over real HTTP, each test with an environment of its own, on a data plane without Kafka. */
@WithPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatafileStreamTest {
    private static final String STREAM = "/api/v1/datafile/stream";
    private static final Duration LONG = Duration.ofHours(1);

    private Path folder;
    private TestDatabase database;
    private DataPlane plane;

    @BeforeAll
    void start(TestDatabase given, @TempDir Path temporary) {
        folder = temporary;
        database = given;
        Migrations.migrate(database.jdbcUrl(), database.user(), database.password());
        plane = start("plane", new StreamLimits(100, 100, Duration.ofMillis(100), LONG));
    }

    @AfterAll
    void stop() {
        plane.close();
    }

    @Test
    void stream_opened_saysTheVersionAndItsTag() throws Exception {
        Documents documents = published(plane, "opened");
        try (OpenStream stream = new OpenStream(request(plane, documents))) {
            Await.until("the version", () -> stream.ids().equals(List.of("1")));

            assertThat(stream.head().statusCode()).isEqualTo(200);
            assertThat(stream.head().headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(stream.head().headers().firstValue("Cache-Control")).hasValue("no-store");
            String tag = new Http(plane.port(), documents.key("server"))
                    .get("/api/v1/datafile")
                    .header("ETag");
            Await.until("all of it", () -> stream.lines().size() >= 6);
            assertThat(stream.lines().get(0)).matches("retry: [0-9]{3,4}");
            assertThat(stream.lines().subList(1, 6))
                    .containsExactly(
                            "",
                            "id: 1",
                            "event: datafile",
                            "data: {\"etag\":\"" + tag.replace("\"", "\\\"") + "\"}",
                            "");
        }
    }

    @Test
    void stream_publication_isToldAtOnceAndOnlyInItsEnvironment() throws Exception {
        Documents documents = published(plane, "told");
        Documents other = published(plane, "elsewhere");
        try (OpenStream stream = new OpenStream(request(plane, documents));
                OpenStream elsewhere = new OpenStream(request(plane, other))) {
            Await.until(
                    "both open",
                    () -> !stream.ids().isEmpty() && !elsewhere.ids().isEmpty());
            documents.publish(2, "two");
            Await.until("version 2", () -> stream.ids().equals(List.of("1", "2")));
            documents.publish(3, "three");
            Await.until("version 3", () -> stream.ids().equals(List.of("1", "2", "3")));
            assertThat(elsewhere.ids()).containsExactly("1");
        }
    }

    @Test
    void stream_lastEventId_saysNothingToWhoKnows() throws Exception {
        Documents documents = published(plane, "resumed");
        try (OpenStream knows = new OpenStream(request(plane, documents).header("Last-Event-ID", "1"));
                OpenStream missed = new OpenStream(request(plane, documents).header("Last-Event-ID", "0"));
                OpenStream nonsense = new OpenStream(request(plane, documents).header("Last-Event-ID", "x y"))) {
            Await.until(
                    "the others",
                    () -> !missed.ids().isEmpty() && !nonsense.ids().isEmpty());
            Await.until("open", () -> knows.heartbeats() > 0);
            documents.publish(2, "two");
            Await.until("version 2", () -> !knows.ids().isEmpty());
            assertThat(knows.ids()).containsExactly("2");
        }
    }

    @Test
    void stream_keyRevoked_endsAndIsRefused() throws Exception {
        Documents documents = published(plane, "revoked");
        try (OpenStream stream = new OpenStream(request(plane, documents))) {
            Await.until("open", () -> !stream.ids().isEmpty());
            documents.publish(2, "two", List.of("server"));
            Await.until("the end", stream::ended);
            assertThat(stream.ids()).containsExactly("1");
        }
        Http.Answer refused = new Http(plane.port(), documents.key("server")).get(STREAM);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("key_revoked");
    }

    @Test
    void stream_otherKeyOrMethod_isRefused() throws Exception {
        Documents documents = published(plane, "refused");
        assertThat(new Http(plane.port(), documents.key("client")).get(STREAM).code())
                .isEqualTo("key_scope");
        assertThat(new Http(plane.port(), "").get(STREAM).code()).isEqualTo("key_missing");
        Http.Answer posted = Http.send(new Http(plane.port(), documents.key("server"))
                .request(STREAM)
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.header("Allow")).isEqualTo("GET");
    }

    private DataPlane start(String name, StreamLimits limits) {
        return DataPlane.start(
                folder.resolve(name),
                database.r2dbcUrl(),
                database.user(),
                database.password(),
                "127.0.0.1:" + FreePort.pick(),
                limits);
    }

    private Documents published(DataPlane where, String name) throws Exception {
        Documents documents = Documents.createEnvironment(database.dataSource(), name);
        documents.publish(1, "one");
        Await.until("version 1", () -> where.bean(Snapshots.class)
                .environment(documents.environment())
                .isPresent());
        return documents;
    }

    private static HttpRequest.Builder request(DataPlane where, Documents documents) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + where.port() + STREAM))
                .header("X-API-Key", documents.key("server"));
    }
}
