package io.touchstone.standalone.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One plane in a JVM of its own, which can be put to sleep, killed and started again. */
final class PlaneProcess implements AutoCloseable {

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    private PlaneProcess(List<String> command, Map<String, String> environment, Path log) throws IOException {
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.process = launch();
    }

    /** Starts {@code up --plane=PLANE} with its own data folder; returns when it says that it is ready. */
    static PlaneProcess start(String plane, Path data, Map<String, String> environment, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.touchstone.standalone.Touchstone",
                "up",
                "--plane",
                plane,
                "--data",
                data.toString()));
        command.addAll(List.of(more));
        PlaneProcess started = new PlaneProcess(command, environment, data.resolveSibling(data.getFileName() + ".log"));
        started.awaitReady();
        return started;
    }

    /** The same again, after a stop or a kill. */
    void startAgain() throws IOException, InterruptedException {
        process = launch();
        awaitReady();
    }

    void sleep() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void wake() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** Like Ctrl-C. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("did not stop: " + command);
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    }

    private Process launch() throws IOException {
        Files.deleteIfExists(log);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void awaitReady() throws IOException, InterruptedException {
        Await.until("a plane to be ready, see " + log, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("ended: " + Files.readString(log));
            }
            return Files.exists(log) && Files.readString(log).contains("Ready after");
        });
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
