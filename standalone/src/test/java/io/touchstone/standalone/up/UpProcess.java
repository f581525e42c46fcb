package io.touchstone.standalone.up;

import io.touchstone.embedded.FreePort;
import io.touchstone.embedded.postgres.EmbeddedDatabase;
import io.touchstone.standalone.RunningTouchstone;
import io.touchstone.standalone.Touchstone;
import io.touchstone.standalone.folder.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code up} in a JVM of its own, which a test may kill; closing leaves no process behind. */
final class UpProcess implements AutoCloseable {
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(120);

    private final Path home;
    private final Process process;

    private UpProcess(Path home, Process process) {
        this.home = home;
        this.process = process;
    }

    /** Starts it on a free port with the data folder {@code home/data}. */
    static UpProcess start(Path home) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-Dtouchstone.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Touchstone.class.getName(),
                        "up",
                        "--port=" + FreePort.pick())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start();
        return new UpProcess(home, process);
    }

    RunningTouchstone awaitReady() throws Exception {
        long deadline = System.nanoTime() + STARTED_WITHIN.toNanos();
        while (!output().contains("Ready after")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("up: " + output());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return RunningTouchstone.find(DataFolder.ofClient(home.resolve("data")), Map.of());
    }

    /** What it has printed so far. */
    String output() throws IOException {
        return Files.readString(home.resolve("output"));
    }

    long postgresPid() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("data/postgres/data-18/postmaster.pid"))
                .getFirst()
                .strip());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop; true if it did in time. */
    boolean terminate(Duration limit) throws InterruptedException {
        process.destroy();
        return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly();
            EmbeddedDatabase.stopOrphan(home.resolve("data/postgres"));
        }
    }
}
