package io.touchstone.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.embedded.FreePort;
import io.touchstone.report.ReportRoutes;
import io.touchstone.standalone.RunningTouchstone;
import io.touchstone.standalone.folder.DataFolder;
import io.touchstone.standalone.reporting.ReportCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole path in its final shape: over HTTP in, one cell, one line of the report out; over a stop and a kill. */
class WalkingSkeletonTest {
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
            assertThat(new Skeleton(api, api).awaitBuyers(1)).isEqualTo(counted);
            assertThat(printedMetrics()).isEqualTo(counted);
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
            assertThat(api.get("/api/v1/openapi.json").path("paths").propertyNames())
                    .contains(
                            "/api/v1/projects",
                            ReportRoutes.PATH,
                            "/api/v1/events",
                            "/api/v1/datafile",
                            "/api/v1/datafile/stream",
                            "/ofrep/v1/evaluate/flags/{key}");
            Skeleton skeleton = new Skeleton(api, api);
            skeleton.createAndStart();
            skeleton.sendUnit("用户1");
            JsonNode counted = skeleton.awaitBuyers(1);
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
            JsonNode counted = new Skeleton(api, api).awaitBuyers(1);
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

    private JsonNode printedMetrics() throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ReportCommand(running(), new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .run(List.of("winback", "--json"));
        return JsonMapper.builder()
                .build()
                .readTree(bytes.toString(StandardCharsets.UTF_8))
                .path("metrics");
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
