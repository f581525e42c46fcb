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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code up} in a JVM of its own, which a test may kill; closing leaves no process behind. */
public final class UpProcess implements AutoCloseable {
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(120);

    private final Path home;
    private final Process process;

    private UpProcess(Path home, Process process) {
        this.home = home;
        this.process = process;
    }

    /** Starts all of it on a free port with the data folder {@code home/data}. */
    public static UpProcess start(Path home) throws IOException {
        return start(home, Map.of(), "--port=" + FreePort.pick());
    }

    /** Starts what the options say, with the data folder {@code home/data}. */
    static UpProcess start(Path home, Map<String, String> environment, String... options) throws IOException {
        Files.createDirectories(home);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-Dtouchstone.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Touchstone.class.getName(),
                "up"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TOUCHSTONE_"));
        builder.environment().putAll(environment);
        return new UpProcess(home, builder.start());
    }

    /** Waits until it says that it is ready. */
    UpProcess awaitStart() throws Exception {
        long deadline = System.nanoTime() + STARTED_WITHIN.toNanos();
        while (!output().contains("Ready after")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("up: " + output());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return this;
    }

    /** Waits until it answers, and says where. */
    public RunningTouchstone awaitReady() throws Exception {
        awaitStart();
        return RunningTouchstone.find(folder(), Map.of());
    }

    DataFolder folder() {
        return DataFolder.ofClient(home.resolve("data"));
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
