package io.touchstone.embedded.postgres;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where and how the embedded PostgreSQL runs.
 *
 * @param folder everything of the server: data directory, log; created when missing
 * @param binaries where the server's programs are unpacked once; may be shared by several folders
 * @param password of both roles, {@code postgres} and {@code touchstone}; at least 8 printable ASCII characters
 * @param listen addresses to listen on; connections are accepted from this machine only while it is the loopback address
 * @param durability what survives a crash of the machine
 */
public record DatabaseSettings(Path folder, Path binaries, String password, Listen listen, Durability durability) {

    /** Whether an acknowledged transaction survives a power failure. */
    public enum Durability {
        /** As PostgreSQL by default: fsync and synchronous commit. */
        KEPT,
        /** For tests: nothing is forced to disk. */
        NONE
    }

    /**
     * @param host an address of this machine
     * @param port 1..65535, or 0 for a free one at each start
     */
    public record Listen(String host, int port) {
        public Listen {
            Objects.requireNonNull(host);
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port: " + port + " (expected: 0..65535)");
            }
        }
    }

    private static final int MIN_PASSWORD_LENGTH = 8;

    public DatabaseSettings {
        folder = folder.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        Objects.requireNonNull(listen);
        Objects.requireNonNull(durability);
        if (password.length() < MIN_PASSWORD_LENGTH || !password.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "password: hidden (expected: at least 8 printable ASCII characters without spaces)");
        }
    }

    /** A durable server on a free port of 127.0.0.1 whose programs lie beside its data. */
    public static DatabaseSettings in(Path folder, String password) {
        return new DatabaseSettings(
                folder, folder.resolve("programs"), password, new Listen("127.0.0.1", 0), Durability.KEPT);
    }

    public DatabaseSettings withBinaries(Path path) {
        return new DatabaseSettings(folder, path, password, listen, durability);
    }

    public DatabaseSettings withListen(String host, int port) {
        return new DatabaseSettings(folder, binaries, password, new Listen(host, port), durability);
    }

    public DatabaseSettings withDurability(Durability value) {
        return new DatabaseSettings(folder, binaries, password, listen, value);
    }

    /** Log of the server, for people who look for a cause. */
    public Path logFile() {
        return folder.resolve("postgres.log");
    }

    Path dataDirectory() {
        return folder.resolve("data-" + PostgresBinaries.MAJOR_VERSION);
    }
}
