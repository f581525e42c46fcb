package io.touchstone.embedded.postgres;

import io.touchstone.embedded.EmbeddedServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A living server process of a data directory, found by the {@code postmaster.pid} it keeps there.
 *
 * @param process the first process of the server
 * @param port where it listens, 0 if it does not say yet
 * @param ready whether it says that it accepts connections
 */
record Postmaster(ProcessHandle process, int port, boolean ready) {
    static final String PID_FILE = "postmaster.pid";
    // Lines of postmaster.pid, from 0: see src/include/utils/pidfile.h of PostgreSQL 18.
    private static final int LINE_PID = 0;
    private static final int LINE_PORT = 3;
    private static final int LINE_STATUS = 7;

    private static final Duration FAST_STOP = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(10);

    /** What a data directory says about its server. */
    sealed interface Found {
        /** Nobody runs there. */
        record Nobody() implements Found {}

        /** The number in the file now belongs to somebody else's process, which must not be touched. */
        record Stranger(long pid) implements Found {}

        /** The server of this data directory. */
        record Ours(Postmaster postmaster) implements Found {}
    }

    static Found find(Path dataDirectory) {
        List<String> lines;
        try {
            lines = Files.readAllLines(dataDirectory.resolve(PID_FILE));
        } catch (IOException e) {
            return new Found.Nobody();
        }
        Optional<Long> pid = number(lines, LINE_PID);
        Optional<ProcessHandle> process = pid.flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return new Found.Nobody();
        }
        if (!serves(process.get(), dataDirectory)) {
            return new Found.Stranger(process.get().pid());
        }
        int port = number(lines, LINE_PORT).map(Long::intValue).orElse(0);
        boolean ready =
                lines.size() > LINE_STATUS && lines.get(LINE_STATUS).strip().equals("ready");
        return new Found.Ours(new Postmaster(process.get(), port, ready));
    }

    private static Optional<Long> number(List<String> lines, int index) {
        try {
            return lines.size() > index
                    ? Optional.of(Long.parseLong(lines.get(index).strip()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the process is a postgres on this data directory. On Linux the working directory tells (a postmaster
     * changes into its data directory), elsewhere the {@code -D} of the command line.
     */
    private static boolean serves(ProcessHandle process, Path dataDirectory) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        if (Files.isDirectory(proc)) {
            try {
                return Files.isSameFile(Files.readSymbolicLink(proc.resolve("cwd")), dataDirectory)
                        && commandLine(proc).contains("postgres");
            } catch (IOException e) {
                return false;
            }
        }
        String[] arguments = process.info().arguments().orElse(new String[0]);
        boolean postgres =
                process.info().command().map(c -> c.endsWith("/postgres")).orElse(false);
        return postgres && Arrays.asList(arguments).contains(dataDirectory.toString());
    }

    private static String commandLine(Path proc) throws IOException {
        return Files.readString(proc.resolve("cmdline"));
    }

    /**
     * Stops the server: first as on an orderly shutdown (connections are cut, a checkpoint is written), after 30 s
     * without one (the next start then recovers from the log).
     *
     * @throws EmbeddedServerException {@code database_stop_failed} if it still lives 40 s later
     */
    void stop() {
        signal("INT");
        if (!endsWithin(FAST_STOP)) {
            signal("QUIT");
            if (!endsWithin(IMMEDIATE_STOP)) {
                throw new EmbeddedServerException(
                        "database_stop_failed",
                        "process: " + process.pid() + " (expected: PostgreSQL to stop within 40 s; stop it by hand)");
            }
        }
    }

    /** Java knows only TERM (waits for all clients) and KILL; PostgreSQL's orderly stop is INT. */
    private void signal(String name) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "database_stop_failed",
                    "process: " + process.pid() + " (expected: to take a signal; " + e.getMessage() + ")",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean endsWithin(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() - deadline > 0 || !Pause.millis(10)) {
                return !process.isAlive();
            }
        }
        return true;
    }
}
