package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.embedded.FreePort;
import io.touchstone.embedded.postgres.EmbeddedDatabase;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole Touchstone in a JVM of its own, on a free port: it can be killed, and started again on its data. */
final class TouchstoneProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);
    private static final String PROJECT = "/api/v1/projects/default/environments/production";

    private final Path home;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private int starts;
    private Process server;

    private TouchstoneProcess(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    static TouchstoneProcess start(Path home) throws Exception {
        TouchstoneProcess touchstone = new TouchstoneProcess(home, FreePort.pick());
        try {
            touchstone.start();
            return touchstone;
        } catch (IllegalStateException e) {
            touchstone.close();
            throw e;
        }
    }

    /** Starts it, again after a kill; returns when it is ready. */
    void start() throws Exception {
        starts++;
        Path log = home.resolve("up-" + starts + ".log");
        server = jvm(log, "up", "--data", data(), "--port", Integer.toString(port));
        Instant deadline = Instant.now().plus(START);
        while (!healthy() || !Files.readString(log).contains("Ready after")) {
            if (!server.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Touchstone did not start:\n" + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** What the server has printed since its last start; its faults stand there. */
    String printed() throws IOException {
        return Files.readString(home.resolve("up-" + starts + ".log"));
    }

    /** Like kill -9. */
    void kill() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    /** Runs an import in a JVM of its own to its end; returns its exit code, output in {@code log}. */
    int runImport(Path log, String... arguments) throws Exception {
        Process process = beginImport(log, arguments);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the import did not end:\n" + Files.readString(log));
        }
        return process.exitValue();
    }

    /** Begins an import in a JVM of its own. */
    Process beginImport(Path log, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("import"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data()));
        return jvm(log, all.toArray(String[]::new));
    }

    /** Imports to the end and until it is counted. */
    String imports(Path folder, String... arguments) throws Exception {
        Path log = Files.createTempFile(folder, "import", ".log");
        int exit = runImport(log, arguments);
        String output = Files.readString(log);
        assertThat(exit).as(output).isZero();
        assertThat(output).as(output).doesNotContain("not counted yet");
        return output;
    }

    /** The report as JSON; a missing node where there is none yet. */
    JsonNode report(String experiment) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(PROJECT + "/experiments/" + experiment + "/report"))
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(tokenFile()).strip())
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return answer.statusCode() == 200 ? json.readTree(answer.body()) : json.missingNode();
    }

    /** Units counted so far. */
    long units(String experiment) throws Exception {
        return CountedReport.read(report(experiment)).units();
    }

    @Override
    public void close() throws Exception {
        http.close();
        server.destroy();
        if (!server.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
        EmbeddedDatabase.stopOrphan(home.resolve("data").resolve("postgres"));
    }

    private Path tokenFile() {
        return home.resolve("data").resolve("secrets").resolve("operator.token");
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private boolean healthy() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri("/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static Process jvm(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx768m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.touchstone.standalone.Touchstone"));
        command.addAll(List.of(arguments));
        File output = log.toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start();
    }
}
