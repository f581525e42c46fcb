package io.touchstone.embedded.postgres;

import io.touchstone.embedded.EmbeddedServerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end. */
final class PostgresCommand {
    private static final List<Path> UNSHARE = List.of(Path.of("/usr/bin/unshare"), Path.of("/bin/unshare"));
    private static final long LONGEST_RUN_SECONDS = 120;

    private PostgresCommand() {}

    /** @param output both output streams, trimmed */
    record Result(int exitCode, String output) {}

    static Result run(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(rootPrefix());
        command.add(program.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Map<String, String> environment = builder.environment();
        // The operator's PGDATA, PGPORT and the like must not reach into our server.
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        try {
            return await(program, builder.start());
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "database_program_failed",
                    "program: " + program + " (expected: to start; " + e.getMessage() + ")",
                    e);
        }
    }

    private static Result await(Path program, Process process) throws IOException {
        byte[] output = process.getInputStream().readAllBytes();
        try {
            if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new EmbeddedServerException(
                        "database_program_failed",
                        "program: " + program + " (expected: to end within " + LONGEST_RUN_SECONDS + " s)");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException(
                    "interrupted", "program: " + program + " (expected: to end before the interruption)", e);
        }
        return new Result(process.exitValue(), new String(output, StandardCharsets.UTF_8).strip());
    }

    /** PostgreSQL refuses to run as root; a user namespace of its own makes it anybody, as in containers. */
    private static List<String> rootPrefix() {
        if (!isRoot()) {
            return List.of();
        }
        for (Path unshare : UNSHARE) {
            if (Files.isExecutable(unshare)) {
                return List.of(unshare.toString(), "-U", "--");
            }
        }
        return List.of();
    }

    static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self"))
                    ? Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                    : "root".equals(System.getProperty("user.name"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
