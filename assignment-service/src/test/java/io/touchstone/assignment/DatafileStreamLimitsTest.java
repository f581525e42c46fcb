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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How streams are limited and end. Each test has a data plane of its own, one after the other: where one stops, Spring Boot ends
 * the event loops of all in the JVM.
 */
@WithPostgres
class DatafileStreamLimitsTest {
    private static final String STREAM = "/api/v1/datafile/stream";
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path folder;

    private TestDatabase database;

    @BeforeEach
    void migrate(TestDatabase given) {
        database = given;
        Migrations.migrate(database.jdbcUrl(), database.user(), database.password());
    }

    @Test
    void stream_aboveTheLimits_isRefusedUntilOneLeaves() throws Exception {
        try (DataPlane small = start("small", new StreamLimits(3, 2, Duration.ofMillis(50), LONG))) {
            Documents documents = published(small, "limited");
            Documents other = published(small, "squeezed");
            OpenStream first = new OpenStream(request(small, documents));
            OpenStream second = new OpenStream(request(small, documents));
            Await.until("both open", () -> first.heartbeats() > 0 && second.heartbeats() > 0);
            assertRefused(new Http(small.port(), documents.key("server")).get(STREAM), 429, "streams_limited");

            OpenStream third = new OpenStream(request(small, other));
            Await.until("all open", () -> third.heartbeats() > 0);
            assertRefused(new Http(small.port(), other.key("server")).get(STREAM), 503, "busy");

            first.close();
            // Only a write tells the server that the caller is gone.
            OpenStream[] again = new OpenStream[1];
            Await.until("room again", () -> {
                again[0] = new OpenStream(request(small, documents));
                return again[0].head().statusCode() == 200;
            });
            List.of(second, third, again[0]).forEach(OpenStream::close);
        }
    }

    @Test
    void stream_lifetimeOver_ends() throws Exception {
        try (DataPlane brief = start("brief", new StreamLimits(9, 9, LONG, Duration.ofMillis(300)))) {
            Documents documents = published(brief, "brief");
            try (OpenStream stream = new OpenStream(request(brief, documents))) {
                Await.until("the end", stream::ended);
                assertThat(stream.ids()).containsExactly("1");
            }
        }
    }

    @Test
    void stop_openStreams_areEndedAndNotWaitedFor() throws Exception {
        DataPlane stopped = start("stopped", new StreamLimits(9, 9, LONG, LONG));
        Documents documents = published(stopped, "stopped");
        try (OpenStream stream = new OpenStream(request(stopped, documents))) {
            Await.until("open", () -> !stream.ids().isEmpty());
            long start = System.nanoTime();
            stopped.close();
            // A graceful stop gives open requests 30 seconds.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            Await.until("the end", stream::ended);
        }
    }

    private static void assertRefused(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(2, 10);
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
