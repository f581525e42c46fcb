package io.touchstone.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.embedded.FreePort;
import io.touchstone.standalone.RunningTouchstone;
import io.touchstone.standalone.folder.DataFolder;
import io.touchstone.standalone.reporting.ReportCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole path in its final shape: over HTTP in, one cell, one line of the report out; over a stop and a kill. */
class WalkingSkeletonTest {
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void up_oneExposureAndOneOutcome_areOnTheReportOverAStopAndAKill() throws Exception {
        JsonNode counted = countAndStop();
        assertThat(countAndKill()).isEqualTo(counted);
        try (Installation third = start();
                Api api = new Api(running())) {
            assertThat(third.folder().fresh()).isFalse();
            assertThat(printed()).contains(", still running from before").doesNotContain("one-time password");
            assertThat(metrics(awaitCount(api, 1))).isEqualTo(counted);
            assertThat(metrics(printedReport())).isEqualTo(counted);
        }
    }

    /** A first start, the two events, an orderly stop. */
    private JsonNode countAndStop() throws Exception {
        try (UpProcess process = UpProcess.start(folder);
                Api api = new Api(process.awaitReady())) {
            assertThat(process.output())
                    .containsPattern("Database +PostgreSQL on 127\\.0\\.0\\.1:\\d+ +\\d+\\.\\d s")
                    .containsPattern("Broker +Kafka on .* s")
                    .containsPattern("Schema +\\d+ migrations applied")
                    .containsPattern("Planes +assignment, console")
                    .containsPattern("First sign-in: user admin, one-time password \\S{20} ")
                    .containsPattern("Ready after \\d+\\.\\d s: http://127\\.0\\.0\\.1:\\d+\n");
            sendOneOfEach(api);
            JsonNode counted = metrics(awaitCount(api, 1));
            long postgres = process.postgresPid();
            assertThat(ProcessHandle.of(postgres)).isPresent();
            assertThat(process.terminate(Duration.ofSeconds(60))).isTrue();
            assertThat(ProcessHandle.of(postgres)).isEmpty();
            return counted;
        }
    }

    /** A second start, which finds everything again, and {@code kill -9}. */
    private JsonNode countAndKill() throws Exception {
        try (UpProcess process = UpProcess.start(folder);
                Api api = new Api(process.awaitReady())) {
            assertThat(process.output()).contains("up to date").doesNotContain("one-time password");
            JsonNode counted = metrics(awaitCount(api, 1));
            process.kill();
            assertThat(ProcessHandle.of(process.postgresPid())).isPresent();
            return counted;
        }
    }

    private Installation start() {
        UpOptions options = UpOptions.parse(List.of("--port", Integer.toString(FreePort.pick())), Map.of(), folder);
        Installation installation =
                Installation.prepare(options, Map.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            installation.start();
            return installation;
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    private RunningTouchstone running() {
        return RunningTouchstone.find(DataFolder.ofClient(folder.resolve("data")), Map.of());
    }

    private static void sendOneOfEach(Api api) throws Exception {
        String key = api.post(Api.ENVIRONMENT + "/keys", "{\"name\":\"shop\",\"kind\":\"server\"}")
                .path("secret")
                .asString();
        api.post(Api.PROJECT + "/flags", "{\"key\":\"offer\",\"type\":\"string\",\"default\":\"none\"}");
        api.post(
                Api.PROJECT + "/metrics",
                "{\"key\":\"purchase\",\"kind\":\"conversion\",\"event\":\"purchase\",\"direction\":\"increase\","
                        + "\"unit\":\"%\",\"range\":\"positive\"}");
        api.post(
                Api.ENVIRONMENT + "/experiments",
                "{\"key\":\"winback\",\"flag\":\"offer\",\"variants\":[{\"key\":\"control\",\"weight\":1,\"value\":\"none\"},"
                        + "{\"key\":\"coupon\",\"weight\":1,\"value\":\"off20\"}],\"metrics\":[{\"key\":\"purchase\","
                        + "\"role\":\"success\"}]}");
        api.post(Api.ENVIRONMENT + "/experiments/winback/start", "{}");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String events = """
                {"events":[
                 {"id":"x1","type":"exposure","time":"%s","units":{"user":"用户1"},"flag":"offer","experiment":"winback",
                  "phase":1,"variant":"coupon","reason":"SPLIT"},
                 {"id":"o1","type":"outcome","time":"%s","units":{"user":"用户1"},"name":"purchase","value":20}]}""".formatted(now.minusMillis(5), now);
        awaitAccepted(api, events, key);
    }

    /** The key reaches the data plane with the next publication, a moment later. */
    private static void awaitAccepted(Api api, String events, String key) throws Exception {
        long deadline = System.nanoTime() + COUNTED_WITHIN.toNanos();
        while (true) {
            try {
                JsonNode answer = api.post("/api/v1/events", events, key);
                assertThat(answer.path("accepted").asInt())
                        .as(answer.toString())
                        .isEqualTo(2);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    /** The report, once the coupon's units and conversions are {@code count}. */
    private static String awaitCount(Api api, long count) throws Exception {
        long deadline = System.nanoTime() + COUNTED_WITHIN.toNanos();
        while (true) {
            JsonNode report = api.get(Api.ENVIRONMENT + "/experiments/winback/report");
            JsonNode coupon = report.path("metrics").path(0).path("variants").path(1);
            if (coupon.path("units").asLong() == count && coupon.path("count").asLong() == count) {
                return report.toString();
            }
            assertThat(System.nanoTime()).as(report.toString()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static JsonNode metrics(String report) {
        return JsonMapper.builder().build().readTree(report).path("metrics");
    }

    private String printedReport() throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ReportCommand(running(), new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .run(List.of("winback", "--json"));
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
