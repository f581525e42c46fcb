package io.touchstone.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.embedded.FreePort;
import io.touchstone.standalone.RunningTouchstone;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each plane in a process of its own, joined by the database and Kafka alone. */
@Tag("slow")
class SeparatePlanesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final int databasePort = FreePort.pick();
    private final int brokerPort = FreePort.pick();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, UpProcess> processes = new LinkedHashMap<>();

    @BeforeEach
    void startServers() throws Exception {
        start("database", "--plane=database", "--port=" + databasePort);
        start("broker", "--plane=broker", "--port=" + brokerPort);
        environment.put("TOUCHSTONE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + databasePort + "/touchstone");
        environment.put("TOUCHSTONE_DATABASE_PASSWORD", databasePassword());
        environment.put("TOUCHSTONE_KAFKA_BOOTSTRAP", "127.0.0.1:" + brokerPort);
    }

    @AfterEach
    void stopAll() {
        processes.values().forEach(UpProcess::close);
    }

    @Test
    void planes_eachAlone_countTogetherAndOutliveTheDatabase() throws Exception {
        String dataPort = Integer.toString(FreePort.pick());
        environment.put("TOUCHSTONE_PSEUDONYM_KEY_FILE", pseudonymKey().toString());
        start("console", "--plane=console", "--port=" + FreePort.pick());
        start("assignment", "--plane=assignment", "--port=" + dataPort);
        String pipelinePort = Integer.toString(FreePort.pick());
        start("pipeline-1", "--plane=pipeline", "--port=" + pipelinePort);
        start("pipeline-2", "--plane=pipeline");

        RunningTouchstone dataPlane = new RunningTouchstone(URI.create("http://127.0.0.1:" + dataPort), "none");
        RunningTouchstone pipeline = new RunningTouchstone(URI.create("http://127.0.0.1:" + pipelinePort), "none");
        try (Api control = new Api(process("console").awaitReady());
                Api data = new Api(dataPlane);
                Api counting = new Api(pipeline)) {
            Skeleton skeleton = new Skeleton(control, data);
            skeleton.createAndStart();
            skeleton.sendUnit("用户1");
            JsonNode counted = skeleton.awaitBuyers(1);
            skeleton.evaluate("somebody");
            assertThat(counting.get("/health").path("pipeline").asString()).isEqualTo("counting");
            assertThat(counting.text("/actuator/prometheus"))
                    .contains("touchstone_pipeline_lag_records{hop=\"writing\"}", "touchstone_freshness_age_seconds");

            // The database goes, and the data plane starts anew without it.
            process("database").terminate(PATIENCE);
            process("assignment").terminate(PATIENCE);
            start("assignment", "--plane=assignment", "--port=" + dataPort);
            JsonNode health = data.get("/health");
            assertThat(health.path("status").asString()).isEqualTo("UP");
            assertThat(health.path("database").asString()).isEqualTo("away");
            skeleton.evaluate("somebody else");
            skeleton.sendUnit("用户2");

            // It comes back under the same address, and everything goes on by itself.
            environment.remove("TOUCHSTONE_DATABASE_URL");
            start("database", "--plane=database", "--port=" + databasePort);
            assertThat(skeleton.awaitBuyers(2)).isNotEqualTo(counted);
        }
    }

    private Path pseudonymKey() throws IOException {
        Path key = Files.createFile(
                folder.resolve("key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(key, new byte[32]);
    }

    private String databasePassword() {
        return process("database").folder().secrets().knownDatabasePassword().orElseThrow();
    }

    private UpProcess process(String name) {
        return Objects.requireNonNull(processes.get(name));
    }

    private void start(String name, String... options) throws Exception {
        UpProcess process = UpProcess.start(folder.resolve(name), environment, options);
        processes.put(name, process);
        process.awaitStart();
    }
}
