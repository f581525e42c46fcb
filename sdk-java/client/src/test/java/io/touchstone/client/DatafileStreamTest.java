package io.touchstone.client;

import static io.touchstone.client.LocalServer.await;
import static io.touchstone.client.TestDatafiles.greeting;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.client.ClientStatus.State;
import io.touchstone.core.bucketing.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stream and what stands in for it, with a real server. */
@Timeout(60)
class DatafileStreamTest {
    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void stream_publication_arrivesWithoutPolling() throws Exception {
        List<ClientStatus> seen = new CopyOnWriteArrayList<>();
        try (LocalServer server = new LocalServer(greeting(1, "one")).streaming();
                TouchstoneClient client =
                        client(server).pollInterval(NEVER).listener(seen::add).build()) {
            await("the stream", () -> client.status().streaming());
            server.publish(greeting(2, "two"));
            await("version 2", () -> client.status().datafileVersion() == 2);
            server.publish(greeting(3, "three"));
            await("version 3", () -> client.status().datafileVersion() == 3);

            assertThat(client.decide("greeting", "u").asString("mine")).isEqualTo("three");
            assertThat(server.datafileAnswers(200)).isEqualTo(3);
            assertThat(server.datafileAnswers(304)).isZero();
            await("the listener", () -> seen.size() == 3);
            assertThat(seen).extracting(ClientStatus::datafileVersion).containsExactly(1L, 2L, 3L);
            assertThat(client.status().confirmedAgo()).isBetween(Duration.ZERO, Duration.ofSeconds(10));
        }
    }

    @Test
    void stream_cut_pollsUntilItIsBackAndResumes() throws Exception {
        try (LocalServer server = new LocalServer(greeting(1, "one")).streaming();
                TouchstoneClient client = client(server).build()) {
            await("the stream", () -> client.status().streaming());
            assertThat(server.streamsOpened()).containsExactly("1");

            server.cutStreams();
            await("the loss", () -> !client.status().streaming());
            server.publish(greeting(2, "two"));
            await("polled", () -> client.status().datafileVersion() == 2);
            assertThat(client.status().state()).isEqualTo(State.READY);

            server.streaming();
            await("the stream again", () -> client.status().streaming());
            assertThat(server.streamsOpened()).containsExactly("1", "2");
        }
    }

    @Test
    void stream_withoutHeartbeats_isGivenUpAndOpenedAgain() throws Exception {
        try (LocalServer server = new LocalServer(greeting(1, "one")).streaming();
                TouchstoneClient client = client(server).build()) {
            await("the stream", () -> client.status().streaming());
            server.silence();
            await("opened again", () -> server.streamsOpened().size() >= 2);
            assertThat(client.status().lastProblem()).isEqualTo("stream: silent for 300 ms (expected: a heartbeat)");
            assertThat(client.status().state()).isEqualTo(State.READY);
        }
    }

    @Test
    void stream_notWanted_isNeverOpened() throws Exception {
        try (LocalServer server = new LocalServer(greeting(1, "one")).streaming();
                TouchstoneClient client = client(server).streaming(false).build()) {
            await("some polls", () -> server.datafileAnswers(304) >= 3);
            assertThat(server.streamsOpened()).isEmpty();
            assertThat(client.status().streaming()).isFalse();
        }
    }

    @Test
    void server_gone_isStaleForAsLongAsItTakesThenReady() throws Exception {
        LocalServer first = new LocalServer(greeting(1, "one")).streaming();
        int port = first.port();
        try (TouchstoneClient client = client(first).build()) {
            await("the stream", () -> client.status().streaming());
            first.close();
            await("stale", () -> client.status().state() == State.STALE);
            await("no stream", () -> !client.status().streaming());
            assertThat(client.decide("greeting", "u").asString("mine")).isEqualTo("one");
            try (LocalServer second = new LocalServer(greeting(2, "two"), port)) {
                await("ready", () -> client.status().state() == State.READY);
                assertThat(client.decide("greeting", "u").asString("mine")).isEqualTo("two");
            }
        }
    }

    @Test
    void clock_jumpsOrFails_neitherStopsTheFeedNorTheCaller() throws Exception {
        AtomicReference<InstantSource> clock = new AtomicReference<>(InstantSource.system());
        try (LocalServer server = new LocalServer(greeting(1, "one"));
                TouchstoneClient client = client(server)
                        .streaming(false)
                        .clock(() -> clock.get().instant())
                        .build()) {
            List<InstantSource> clocks = List.of(
                    () -> Instant.EPOCH,
                    () -> Instant.parse("2126-01-01T00:00:00Z"),
                    () -> Instant.MAX,
                    () -> null,
                    () -> {
                        throw new IllegalStateException("no time");
                    });
            for (int i = 0; i < clocks.size(); i++) {
                clock.set(clocks.get(i));
                long version = i + 2L;
                server.publish(greeting(version, "v" + version));
                await("version " + version, () -> client.status().datafileVersion() == version);
                assertThat(client.decide("greeting", "u").asString("mine")).isEqualTo("v" + version);
                client.track("bought", Units.user("u"));
                assertThat(client.status().state()).isEqualTo(State.READY);
            }
            client.track("bought", Units.user("u"));
            assertThat(client.status().lastProblem())
                    .isEqualTo("clock: java.lang.IllegalStateException: no time (expected: the time)");
        }
    }

    @Test
    void listener_throwsOrBlocks_changesNothing() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        try (LocalServer server = new LocalServer(greeting(1, "one")).streaming();
                TouchstoneClient throwing = client(server)
                        .listener(status -> {
                            throw new AssertionError("mine");
                        })
                        .build();
                TouchstoneClient blocking = client(server)
                        .listener(status -> {
                            try {
                                blocked.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        })
                        .build()) {
            await("the report", () -> "listener: java.lang.AssertionError: mine (expected: no exception)"
                    .equals(throwing.status().lastProblem()));
            server.publish(greeting(2, "two"));
            await(
                    "both go on",
                    () -> throwing.status().datafileVersion() == 2
                            && blocking.status().datafileVersion() == 2);
            blocked.countDown();
        }
    }

    @Test
    void close_twiceAndOpenStream_endsEverything() throws Exception {
        try (LocalServer server = new LocalServer(greeting(1, "one")).streaming()) {
            List<ClientStatus> seen = new CopyOnWriteArrayList<>();
            TouchstoneClient client = client(server).listener(seen::add).build();
            await("the stream", () -> client.status().streaming());
            client.close();
            client.close();
            await("the stream's end", () -> server.streamsOpen() == 0);
            await("the listener", () -> seen.stream().anyMatch(status -> status.state() == State.CLOSED));
            assertThat(client.status().streaming()).isFalse();
            int polls = server.datafileAnswers(304);
            server.publish(greeting(2, "two"));
            assertThat(client.decide("greeting", "u").reason()).isEqualTo(DecisionReason.CLOSED);
            assertThat(client.status().datafileVersion()).isEqualTo(1);
            assertThat(server.datafileAnswers(304)).isBetween(polls, polls + 1);
        }
    }

    private static TouchstoneClientBuilder client(LocalServer server) {
        TouchstoneClientBuilder options = TouchstoneClient.builder()
                .baseUri(server.uri())
                .apiKey(LocalServer.KEY)
                .pollInterval(Duration.ofMillis(20))
                .initLimit(Duration.ofSeconds(10));
        options.silenceLimit = Duration.ofMillis(300);
        return options;
    }
}
