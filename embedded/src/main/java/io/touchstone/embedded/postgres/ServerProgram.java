package io.touchstone.embedded.postgres;

import io.touchstone.embedded.EmbeddedServerException;
import io.touchstone.embedded.postgres.DatabaseSettings.Durability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Initialises and starts the server of a folder with our settings. */
final class ServerProgram {
    private static final String SETTINGS_FILE = "touchstone.conf";
    private static final long LARGEST_LOG_BYTES = 8L << 20;
    /** Backends of a killed postmaster notice within a moment; until then the folder counts as in use. */
    private static final int ATTEMPTS = 40;

    private final DatabaseSettings settings;
    private final PostgresBinaries binaries;

    ServerProgram(DatabaseSettings settings) {
        this.settings = settings;
        this.binaries = PostgresBinaries.in(settings.binaries());
    }

    /** Makes the data directory beside and renames it when complete: one of the final name is always whole. */
    void initialise() {
        Path unfinished = settings.folder().resolve("data.initialising");
        Path password = settings.folder().resolve("data.password");
        try {
            Files.createDirectories(settings.folder());
            Folders.delete(unfinished);
            Files.deleteIfExists(password);
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, settings.password() + "\n");
            runInitdb(unfinished, password);
            appendInclude(unfinished);
            Files.move(unfinished, settings.dataDirectory(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            deleteQuietly(password);
        }
    }

    private void runInitdb(Path directory, Path password) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + directory,
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Independent of the machine's locales, so that sorting never changes under an index.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums"));
        if (settings.durability() == Durability.NONE) {
            arguments.add("--no-sync");
        }
        PostgresCommand.Result result = PostgresCommand.run(binaries.program("initdb"), arguments);
        if (result.exitCode() != 0) {
            throw new EmbeddedServerException("database_init_failed", explain(result.output()));
        }
    }

    private static void appendInclude(Path directory) throws IOException {
        Path main = directory.resolve("postgresql.conf");
        Files.writeString(
                main,
                Files.readString(main) + "\n# Written anew by Touchstone at each start.\ninclude_if_exists = '"
                        + SETTINGS_FILE + "'\n");
    }

    /** Starts the server on {@code port} and returns when it accepts connections. */
    void start(int port) {
        writeConfiguration(port);
        rotateLog();
        List<String> arguments = List.of(
                "start",
                "--wait",
                "--timeout=60",
                "--silent",
                "--pgdata=" + settings.dataDirectory(),
                "--log=" + settings.logFile());
        for (int attempt = 1; ; attempt++) {
            PostgresCommand.Result result = PostgresCommand.run(binaries.program("pg_ctl"), arguments);
            if (result.exitCode() == 0) {
                return;
            }
            String cause = lastLines(settings.logFile());
            boolean backendsLinger = cause.contains("pre-existing shared memory block");
            if (!backendsLinger || attempt == ATTEMPTS || !Pause.millis(250)) {
                throw new EmbeddedServerException("database_start_failed", explain(result.output() + " " + cause));
            }
        }
    }

    private void writeConfiguration(int port) {
        Map<String, String> values = configuration();
        values.put("port", Integer.toString(port));
        try {
            Files.writeString(settings.dataDirectory().resolve(SETTINGS_FILE), render(values));
            Files.writeString(settings.dataDirectory().resolve("pg_hba.conf"), accessRules());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Map<String, String> configuration() {
        boolean kept = settings.durability() == Durability.KEPT;
        Map<String, String> values = new LinkedHashMap<>();
        values.put("listen_addresses", settings.listen().host());
        // TCP only: a socket file in /tmp would tie two servers of one port together.
        values.put("unix_socket_directories", "");
        values.put("max_connections", "100");
        values.put("shared_buffers", "96MB");
        values.put("max_wal_size", "512MB");
        values.put("jit", "off");
        values.put("timezone", "UTC");
        values.put("log_timezone", "UTC");
        values.put("log_min_messages", "warning");
        values.put("log_checkpoints", "off");
        values.put("idle_in_transaction_session_timeout", "60s");
        values.put("fsync", kept ? "on" : "off");
        values.put("synchronous_commit", kept ? "on" : "off");
        values.put("full_page_writes", kept ? "on" : "off");
        return values;
    }

    private static String render(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = '" + entry.getValue().replace("'", "''") + "'\n")
                .collect(Collectors.joining());
    }

    /** Whether the configuration on disk is the one these settings ask for, whatever the port. */
    static boolean runsAsConfigured(DatabaseSettings settings) {
        try {
            Path file = settings.dataDirectory().resolve(SETTINGS_FILE);
            ServerProgram program = new ServerProgram(settings);
            return Files.readString(file).startsWith(render(program.configuration()))
                    && program.accessRules()
                            .equals(Files.readString(settings.dataDirectory().resolve("pg_hba.conf")));
        } catch (IOException e) {
            return false;
        }
    }

    private String accessRules() {
        String rules = """
                host all all 127.0.0.1/32 scram-sha-256
                host all all ::1/128 scram-sha-256
                """;
        return isLoopback(settings.listen().host())
                ? rules
                : rules + "host all all 0.0.0.0/0 scram-sha-256\nhost all all ::/0 scram-sha-256\n";
    }

    private static boolean isLoopback(String host) {
        try {
            return !host.equals("*") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** One old log is kept; PostgreSQL itself would append for ever. */
    private void rotateLog() {
        Path log = settings.logFile();
        try {
            if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static String lastLines(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(" ", lines.subList(Math.max(0, lines.size() - 6), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    private String explain(String output) {
        String oneLine = output.replaceAll("\\s+", " ").strip();
        if (PostgresCommand.isRoot() && (oneLine.contains("root") || oneLine.contains("unshare"))) {
            return "user: root (expected: an ordinary user, as PostgreSQL refuses root and user namespaces are not"
                    + " allowed here; start as another user, or use a PostgreSQL of your own)";
        }
        return "database: " + settings.folder() + " (expected: PostgreSQL to start; " + oneLine + "; see "
                + settings.logFile() + ")";
    }

    private EmbeddedServerException unwritable(IOException cause) {
        return new EmbeddedServerException(
                "database_folder_unwritable",
                "folder: " + settings.folder() + " (expected: writable; " + cause.getMessage() + ")",
                cause);
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
