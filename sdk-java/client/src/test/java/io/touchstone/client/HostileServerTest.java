package io.touchstone.client;

import static io.touchstone.client.HostileServer.answer;
import static io.touchstone.client.HostileServer.good;
import static io.touchstone.client.HostileServer.status;
import static io.touchstone.client.LocalServer.await;
import static io.touchstone.client.TestDatafiles.greeting;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.client.ClientStatus.State;
import io.touchstone.client.HostileServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a server answers, the client goes on with its last datafile, says what was wrong, holds no connection and no memory for
 * it, and is well again as soon as the server is.
 */
@Timeout(60)
class HostileServerTest {
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final Answer NO_STREAM = status("404 Not Found");

    static Stream<Arguments> badDatafiles() {
        byte[] good = greeting(2, "bad").getBytes(StandardCharsets.UTF_8);
        String redirect = "Location: /api/v1/datafile\r\n" + JSON;
        return Stream.of(
                Arguments.of("datafile: status 500 (expected: 200)", status("500 Internal Server Error")),
                Arguments.of("datafile: status 401 (expected: 200)", status("401 Unauthorized")),
                Arguments.of("datafile: status 302 (expected: 200)", answer("302 Found", redirect, good)),
                Arguments.of("datafile: status 304 (expected: 200)", status("304 Not Modified")),
                Arguments.of("datafile: status 204 (expected: 200)", status("204 No Content")),
                Arguments.of(
                        "datafile: Content-Type text/html (expected: application/json)",
                        answer("200 OK", "Content-Type: text/html; charset=utf-8\r\n", good)),
                Arguments.of("datafile: Content-Type absent (expected: application/json)", answer("200 OK", "", good)),
                Arguments.of(
                        "datafile.json: ", answer("200 OK", JSON, "<html></html>".getBytes(StandardCharsets.UTF_8))),
                Arguments.of("datafile.json: ", answer("200 OK", JSON, Arrays.copyOf(good, good.length - 9))),
                Arguments.of("datafile.json: ", answer("200 OK", JSON, new byte[0])),
                Arguments.of(
                        "datafile.json: ",
                        answer("200 OK", JSON, "[".repeat(100_000).getBytes(StandardCharsets.UTF_8))),
                Arguments.of("datafile.schema: 2", good("{\"schema\":2}")),
                Arguments.of(
                        "datafile: Content-Encoding gzip (expected: none",
                        answer("200 OK", JSON + "Content-Encoding: gzip\r\n", truncatedGzip(good))),
                Arguments.of("datafile: java.io.IOException: body: longer (expected: at most 16777216", huge(true)),
                Arguments.of("datafile: java.io.IOException: body: longer (expected: at most 16777216", huge(false)),
                Arguments.of("datafile: java.io.IOException:", cut(good)),
                Arguments.of("datafile: java.", bytes("not HTTP at all\r\n\r\n")),
                Arguments.of("datafile: java.", bytes("")),
                Arguments.of("datafile: incomplete (expected: an answer in time)", drip("HTTP/1.1 200 OK\r\n")),
                Arguments.of(
                        "datafile: incomplete (expected: an answer in time)",
                        drip("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 100000\r\n\r\n")));
    }

    @ParameterizedTest
    @MethodSource("badDatafiles")
    void datafile_bad_isReportedAndTheLastOneStays(String problem, Answer bad) throws Exception {
        // Only what drips for ever has to be cut off soon: a loaded machine takes its time to read 16 MiB.
        Duration answerLimit = Duration.ofSeconds(problem.contains("incomplete") ? 1 : 30);
        try (HostileServer server = new HostileServer(good(greeting(1, "good")), NO_STREAM);
                TouchstoneClient client = client(server, answerLimit).build()) {
            assertThat(client.status().state()).isEqualTo(State.READY);

            server.answerDatafile(bad);
            await("stale: " + problem, () -> client.status().state() == State.STALE);
            int calls = server.datafileCalls();
            await("asked again", () -> server.datafileCalls() >= calls + 2);
            await("the problem", () -> String.valueOf(client.status().lastProblem())
                    .startsWith(problem));
            assertThat(client.decide("greeting", "u").asString("mine")).isEqualTo("good");

            server.answerDatafile(good(greeting(3, "better")));
            await("ready again", () -> client.status().state() == State.READY);
            assertThat(client.decide("greeting", "u").asString("mine")).isEqualTo("better");
            await("no connection held", () -> server.openConnections() == 0);
        }
    }

    @Test
    void build_slowServer_returnsAtTheInitLimitAndLateSuccessArrives() throws Exception {
        try (HostileServer server = new HostileServer(drip("HTTP/1.1 200 OK\r\n"), NO_STREAM)) {
            long start = System.nanoTime();
            TouchstoneClientBuilder options = client(server).initLimit(Duration.ofMillis(200));
            options.answerLimit = Duration.ofSeconds(2);
            try (TouchstoneClient client = options.build()) {
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isBetween(Duration.ofMillis(200), Duration.ofSeconds(2));
                await("error", () -> client.status().state() == State.ERROR);
                assertThat(client.decide("greeting", "u").reason()).isEqualTo(DecisionReason.NOT_READY);

                server.answerDatafile(good(greeting(1, "late")));
                await("ready", () -> client.status().state() == State.READY);
                assertThat(client.decide("greeting", "u").asString("mine")).isEqualTo("late");
            }
        }
    }

    static Stream<Arguments> badStreams() {
        String ok = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
        return Stream.of(
                Arguments.of("stream: status 503 (expected: 200)", status("503 Service Unavailable")),
                Arguments.of("stream: status 302 (expected: 200)", answer("302 Found", "Location: /\r\n", new byte[0])),
                Arguments.of(
                        "stream: Content-Type text/html (expected: text/event-stream)",
                        answer("200 OK", "Content-Type: text/html\r\n", new byte[10])),
                Arguments.of("stream: line longer (expected: at most 8192 bytes)", bytes(ok + "x".repeat(100_000))),
                Arguments.of("stream: silent for 300 ms (expected: a heartbeat)", silent(ok)),
                Arguments.of("stream: silent for 300 ms (expected: a heartbeat)", silent("HTTP/1.1 200 OK\r\n")),
                Arguments.of(
                        "stream: ",
                        bytes(
                                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nda")));
    }

    @ParameterizedTest
    @MethodSource("badStreams")
    void stream_bad_isReportedAndPollingGoesOn(String problem, Answer bad) throws Exception {
        try (HostileServer server = new HostileServer(good(greeting(1, "one")), bad);
                TouchstoneClient client = client(server).build()) {
            await("the problem " + problem, () -> String.valueOf(client.status().lastProblem())
                    .startsWith(problem));
            int calls = server.datafileCalls();
            server.answerDatafile(good(greeting(2, "two")));
            await("polled", () -> client.status().datafileVersion() == 2);
            assertThat(server.datafileCalls()).isGreaterThan(calls);
            assertThat(client.status().state()).isEqualTo(State.READY);
            await("tried again", () -> server.streamCalls() >= 2);
        }
    }

    @Test
    void stream_floodOfEvents_isNoFloodOfCalls() throws Exception {
        Answer flood = out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            byte[] events = "event: datafile\ndata: {}\n\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
            while (true) {
                out.write(events);
            }
        };
        try (HostileServer server = new HostileServer(good(greeting(1, "one")), flood);
                TouchstoneClient client =
                        client(server).pollInterval(Duration.ofHours(1)).build()) {
            await("open", () -> client.status().streaming());
            int before = server.datafileCalls();
            long start = System.nanoTime();
            await("some calls", () -> server.datafileCalls() >= before + 5);
            // At least a tenth of a second between two, whatever the server says.
            assertThat(System.nanoTime() - start)
                    .isGreaterThan(Duration.ofMillis(350).toNanos());
            assertThat(client.decide("greeting", "u").asString("mine")).isEqualTo("one");
        }
    }

    private static TouchstoneClientBuilder client(HostileServer server) {
        return client(server, Duration.ofSeconds(30));
    }

    private static TouchstoneClientBuilder client(HostileServer server, Duration answerLimit) {
        TouchstoneClientBuilder options = TouchstoneClient.builder()
                .baseUri(server.uri())
                .apiKey(LocalServer.KEY)
                .pollInterval(Duration.ofMillis(20))
                .initLimit(Duration.ofSeconds(10));
        options.answerLimit = answerLimit;
        options.silenceLimit = Duration.ofMillis(300);
        return options;
    }

    private static Answer bytes(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer silent(String head) {
        return out -> {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.flush();
            LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
        };
    }

    /** A byte now and then: no pause is long, and it never ends. */
    private static Answer drip(String head) {
        return out -> {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write(' ');
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        };
    }

    /** 64 MiB, of which the client should see no more than it needs to refuse. */
    private static Answer huge(boolean announced) {
        return out -> {
            String length = announced ? "Content-Length: 67108864\r\n" : "";
            out.write(("HTTP/1.1 200 OK\r\n" + JSON + length + "\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(piece);
            }
        };
    }

    private static Answer cut(byte[] body) {
        return out -> {
            out.write(("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(body, 0, body.length - 1);
        };
    }

    private static byte[] truncatedGzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Arrays.copyOf(out.toByteArray(), out.size() - 10);
    }
}
