package io.touchstone.client;

import static io.touchstone.client.LocalServer.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.client.ClientStatus.State;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.event.Event;
import io.touchstone.core.event.ExposureEvent;
import io.touchstone.core.event.OutcomeEvent;
import io.touchstone.core.event.ProfileEvent;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TouchstoneClientTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Units USER = Units.of("user", "用户-1", "device", "d1");
    private static final Attributes ATTRIBUTES = Attributes.of("city", "上海");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));

    @Test
    void decide_serverUp_answersTheVariantAndRecordsOneExposure() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1, "on"));
                TouchstoneClient client = client(server).build()) {
            for (int i = 0; i < 5; i++) {
                FlagDecision decision = client.decide("tested", USER, ATTRIBUTES);
                assertThat(decision.asString("none")).isEqualTo("on");
                assertThat(decision.variant()).isEqualTo("treatment");
                assertThat(decision.reason()).isEqualTo(DecisionReason.EXPERIMENT);
                assertThat(decision.config()).isEqualTo(1);
            }
            assertThat(client.flush(LIMIT)).isTrue();

            assertThat(server.accepted()).hasSize(1);
            ExposureEvent exposure = (ExposureEvent) server.accepted().get(0);
            assertThat(exposure)
                    .isEqualTo(new ExposureEvent(
                            exposure.id(),
                            now.get().toEpochMilli(),
                            USER,
                            1L,
                            "tested",
                            "x",
                            4,
                            "treatment",
                            "experiment",
                            null,
                            ATTRIBUTES));
            assertThat(client.status())
                    .usingRecursiveComparison()
                    .ignoringFields("confirmedAgo", "lastProblem")
                    .isEqualTo(new ClientStatus(State.READY, 1, false, null, 0, 1, 0, 0, null));
        }
    }

    @Test
    void decide_notUsedOrPeeked_recordsNothing() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1, "on"));
                TouchstoneClient client = client(server).build()) {
            assertThat(client.decide("tested", USER, ATTRIBUTES).reason()).isEqualTo(DecisionReason.EXPERIMENT);
            assertThat(client.peek("tested", USER, ATTRIBUTES).asString("none")).isEqualTo("on");
            assertThat(client.decide("tested", USER, ATTRIBUTES).asLong(7)).isEqualTo(7);
            assertThat(client.flush(LIMIT)).isTrue();

            assertThat(server.batches()).isEmpty();
        }
    }

    @Test
    void decide_nextDay_recordsTheExposureAgain() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1, "on"));
                TouchstoneClient client = client(server).build()) {
            client.decide("tested", USER, ATTRIBUTES).variant();
            now.set(now.get().plus(Duration.ofDays(1)));
            client.decide("tested", USER, ATTRIBUTES).variant();
            assertThat(client.flush(LIMIT)).isTrue();

            assertThat(server.accepted()).hasSize(2);
        }
    }

    @Test
    void decide_unitInHoldout_recordsTheHoldout() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1, "on"));
                TouchstoneClient client = client(server).build()) {
            assertThat(client.decide("held", USER, ATTRIBUTES).asBoolean(true)).isFalse();
            assertThat(client.flush(LIMIT)).isTrue();

            assertThat(server.accepted()).singleElement().isInstanceOfSatisfying(ExposureEvent.class, exposure -> {
                assertThat(exposure.experiment()).isEqualTo("h");
                assertThat(exposure.variant()).isEqualTo("status-quo");
                assertThat(exposure.reason()).isEqualTo("holdout");
            });
        }
    }

    @Test
    void poll_unchanged_isAnsweredWith304UntilANewVersionComes() throws Exception {
        List<ClientStatus> seen = new CopyOnWriteArrayList<>();
        try (LocalServer server = new LocalServer(datafile(1, "on"));
                TouchstoneClient client = client(server).listener(seen::add).build()) {
            await("three 304", () -> server.datafileAnswers(304) >= 3);
            assertThat(server.datafileAnswers(200)).isEqualTo(1);

            server.publish(datafile(2, "newer"));
            await("version 2", () -> client.status().datafileVersion() == 2);
            assertThat(client.decide("tested", USER, ATTRIBUTES).asString("none"))
                    .isEqualTo("newer");

            server.publish(datafile(1, "lagging"));
            int answers = server.datafileAnswers(200);
            await("the lagging one read", () -> server.datafileAnswers(200) >= answers + 2);
            assertThat(client.decide("tested", USER, ATTRIBUTES).asString("none"))
                    .isEqualTo("newer");
            assertThat(seen).extracting(ClientStatus::datafileVersion).containsExactly(1L, 2L);
        }
    }

    @Test
    void poll_brokenDatafile_keepsTheLast() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1, "on"));
                TouchstoneClient client = client(server).build()) {
            server.publish("{\"schema\":2}");
            await("stale", () -> client.status().state() == State.STALE);

            assertThat(client.status().lastProblem()).isEqualTo("datafile.schema: 2 (expected: at most 1)");
            assertThat(client.decide("tested", USER, ATTRIBUTES).asString("none"))
                    .isEqualTo("on");
        }
    }

    @Test
    void build_serverDown_answersDefaultsThenRecovers() throws Exception {
        int port;
        try (LocalServer gone = new LocalServer(datafile(1, "on"))) {
            port = gone.port();
        }
        TouchstoneClientBuilder options = client(URI.create("http://127.0.0.1:" + port));
        try (TouchstoneClient client = options.initLimit(Duration.ofMillis(50)).build()) {
            FlagDecision decision = client.decide("tested", USER, ATTRIBUTES);
            assertThat(decision.reason()).isEqualTo(DecisionReason.NOT_READY);
            assertThat(decision.asString("mine")).isEqualTo("mine");
            assertThat(decision.asBoolean(true)).isTrue();
            assertThat(decision.asDouble(0.5)).isEqualTo(0.5);
            assertThat(decision.asObject(JsonObject.builder().build()).fields()).isEmpty();
            assertThat(decision.variant()).isNull();
            assertThat(client.status().state()).isEqualTo(State.ERROR);
            client.track("early", USER);

            try (LocalServer server = new LocalServer(datafile(1, "on"), port)) {
                await("ready", () -> client.status().state() == State.READY);
                assertThat(client.decide("tested", USER, ATTRIBUTES).asString("none"))
                        .isEqualTo("on");
                assertThat(client.flush(LIMIT)).isTrue();
                assertThat(server.accepted()).hasSize(2);
            }
        }
    }

    @Test
    void build_bootstrap_decidesWithoutServer() throws Exception {
        TouchstoneClientBuilder options =
                client(URI.create("http://127.0.0.1:1")).bootstrap(datafile(5, "stored"));
        try (TouchstoneClient client = options.build()) {
            assertThat(client.decide("tested", USER, ATTRIBUTES).asString("none"))
                    .isEqualTo("stored");
            assertThat(client.status().state()).isEqualTo(State.STALE);
        }
    }

    @Test
    void track_serverFailsFirst_sendsTheSameIdsAgain() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1, "on"));
                TouchstoneClient client = client(server).build()) {
            server.failNext(503, 429, 401);
            client.track("purchase", USER, 12.5, Attributes.of("channel", "app"));
            client.profile(USER, ATTRIBUTES);
            await("all sent", () -> client.status().sent() == 2);

            List<List<String>> batches = server.batches();
            assertThat(batches).hasSizeGreaterThanOrEqualTo(4);
            assertThat(batches.get(1)).isEqualTo(batches.get(0));
            assertThat(batches.get(3)).isEqualTo(batches.get(0));
            assertThat(server.accepted())
                    .extracting(Event::id)
                    .doesNotHaveDuplicates()
                    .hasSize(2);
            assertThat(server.accepted().get(0))
                    .isEqualTo(new OutcomeEvent(
                            batches.get(0).get(0),
                            now.get().toEpochMilli(),
                            USER,
                            1L,
                            "purchase",
                            12.5,
                            Attributes.of("channel", "app")));
            assertThat(server.accepted().get(1)).isInstanceOf(ProfileEvent.class);
        }
    }

    @Test
    void track_queueFull_dropsAndCounts() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1, "on"))) {
            server.failAlways(503);
            TouchstoneClientBuilder options = client(server).queueBound(100).flushInterval(Duration.ofHours(1));
            TouchstoneClient client = options.closeLimit(Duration.ofMillis(50)).build();
            for (int i = 0; i < 1000; i++) {
                client.track("click", USER);
            }
            assertThat(client.status().queued()).isEqualTo(100);
            assertThat(client.status().dropped()).isEqualTo(900);
            assertThat(client.status().lastProblem()).startsWith("events: queue full (expected: at most 100 events");

            client.close();
            await("the rest dropped", () -> client.status().dropped() == 1000);
            assertThat(client.status().sent()).isZero();
        }
    }

    @Test
    void track_bodyTooLarge_isSplit() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1, "on"));
                TouchstoneClient client =
                        client(server).flushInterval(Duration.ofHours(1)).build()) {
            server.failNext(413, 413);
            for (int i = 0; i < 8; i++) {
                client.track("click", USER);
            }
            assertThat(client.flush(LIMIT)).isTrue();

            assertThat(server.batches()).extracting(List::size).containsExactly(8, 4, 2, 2, 4);
            assertThat(server.accepted()).hasSize(8);
        }
    }

    @Test
    void track_bodyRefused_dropsAndCounts() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1, "on"));
                TouchstoneClient client = client(server).build()) {
            server.failNext(400);
            client.track("click", USER);
            assertThat(client.flush(LIMIT)).isTrue();

            assertThat(client.status().dropped()).isEqualTo(1);
            assertThat(client.status().lastProblem()).isEqualTo("events: status 400 (expected: 200)");
        }
    }

    @Test
    void track_eventRejected_isCounted() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1, "on"));
                TouchstoneClient client = client(server).build()) {
            server.answerEventsWith("{\"accepted\":0,\"rejected\":[{\"index\":0,\"id\":\"e\",\"code\":\"time_range\","
                    + "\"detail\":\"time: later (expected: not ahead)\"}],\"warnings\":[]}");
            client.track("click", USER);
            assertThat(client.flush(LIMIT)).isTrue();

            assertThat(client.status().rejected()).isEqualTo(1);
            assertThat(client.status().sent()).isZero();
            assertThat(client.status().lastProblem()).isEqualTo("time: later (expected: not ahead)");
        }
    }

    @Test
    void close_waitingEvents_areSent() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1, "on"))) {
            TouchstoneClient client = client(server)
                    .flushInterval(Duration.ofHours(1))
                    .closeLimit(LIMIT)
                    .build();
            for (int i = 0; i < 1200; i++) {
                client.track("click", USER);
            }
            client.close();

            assertThat(server.accepted())
                    .extracting(Event::id)
                    .doesNotHaveDuplicates()
                    .hasSize(1200);
            assertThat(client.status().state()).isEqualTo(State.CLOSED);
            FlagDecision after = client.decide("tested", USER, ATTRIBUTES);
            assertThat(after.reason()).isEqualTo(DecisionReason.CLOSED);
            assertThat(after.asString("mine")).isEqualTo("mine");
            assertThat(client.peek("tested", USER, ATTRIBUTES).reason()).isEqualTo(DecisionReason.CLOSED);
            client.track("late", USER);
            assertThat(client.status().dropped()).isEqualTo(1);
            client.close();
            assertThat(client.status().state()).isEqualTo(State.CLOSED);
        }
    }

    @Test
    void anyCall_invalidArguments_neverThrows() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1, "on"));
                TouchstoneClient client = client(server).build()) {
            assertThat(client.decide("tested", "").reason()).isEqualTo(DecisionReason.INVALID_CALL);
            assertThat(client.decide("tested", (String) null).reason()).isEqualTo(DecisionReason.INVALID_CALL);
            assertThat(client.decide("tested", "\ud800").asString("mine")).isEqualTo("mine");
            assertThat(client.decide("tested", (Units) null, ATTRIBUTES).reason())
                    .isEqualTo(DecisionReason.INVALID_CALL);
            assertThat(client.decide("nothing", "u").reason()).isEqualTo(DecisionReason.UNKNOWN_FLAG);
            client.track("", USER);
            client.track("nan", USER, Double.NaN);
            client.track("null", null);
            client.profile(null, null);

            assertThat(client.status().dropped()).isEqualTo(4);
            assertThat(client.status().queued()).isZero();
        }
    }

    @Test
    void build_wrongOptions_areRefused() {
        assertRefused(TouchstoneClient.builder(), "option_missing");
        assertRefused(TouchstoneClient.builder().baseUri(URI.create("http://h")), "option_missing");
        assertRefused(client(URI.create("ftp://h")), "option_invalid");
        assertRefused(client(URI.create("http://h")).apiKey("a b"), "option_invalid");
        assertRefused(client(URI.create("http://h")).pollInterval(Duration.ZERO), "option_invalid");
        assertRefused(client(URI.create("http://h")).pollInterval(Duration.ofDays(2)), "option_invalid");
        assertRefused(client(URI.create("http://h")).initLimit(Duration.ofSeconds(Long.MAX_VALUE)), "option_invalid");
        assertRefused(client(URI.create("http://h")).queueBound(0), "option_invalid");
        assertRefused(client(URI.create("http://h")).closeLimit(Duration.ofSeconds(-1)), "option_invalid");
    }

    private static void assertRefused(TouchstoneClientBuilder options, String code) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(options::build)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private TouchstoneClientBuilder client(LocalServer server) {
        return client(server.uri());
    }

    private TouchstoneClientBuilder client(URI uri) {
        return TouchstoneClient.builder()
                .baseUri(uri)
                .apiKey(LocalServer.KEY)
                .initLimit(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .flushInterval(Duration.ofMillis(20))
                .clock(now::get);
    }

    private static String datafile(long version, String value) {
        return """
                {"schema": 1, "environment": "tea/production", "version": %d, "publishedAt": "2026-11-22T07:00:00Z",
                 "layers": [{"key": "main", "salt": "l-1"}],
                 "holdouts": [{"key": "h", "salt": "h-1", "unitType": "user", "statusQuo": 1000000, "allShipped": 0,
                               "flags": ["held"], "activeFrom": "2026-01-01T00:00:00Z"}],
                 "experiments": [{"key": "x", "phase": 4, "salt": "e-1", "unitType": "user", "layer": "main",
                    "slots": [[0, 1000000]], "status": "running", "activeFrom": "2026-11-01T00:00:00Z",
                    "control": "control",
                    "variants": [{"key": "control", "weight": 0, "value": "off"},
                                 {"key": "treatment", "weight": 1, "value": "%s"}]}],
                 "flags": [{"key": "tested", "type": "string", "default": "none", "enabled": true,
                            "rules": [{"kind": "experiment", "experiment": "x"}]},
                           {"key": "held", "type": "boolean", "default": false, "enabled": true}]}
                """.formatted(version, value);
    }
}
