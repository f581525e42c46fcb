package io.touchstone.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.embedded.EmbeddedServerException;
import io.touchstone.embedded.FreePort;
import io.touchstone.embedded.postgres.DatabaseSettings.Durability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"), "touchstone-tests", "programs");

    @TempDir
    Path folder;

    private final List<Process> children = new ArrayList<>();

    @AfterEach
    void stopAll() {
        children.forEach(Process::destroyForcibly);
        EmbeddedDatabase.stopOrphan(folder);
    }

    private DatabaseSettings settings() {
        return DatabaseSettings.in(folder, "a-secret-word")
                .withBinaries(PROGRAMS)
                .withDurability(Durability.NONE);
    }

    @Test
    void start_secondTime_keepsDataAndIsQuick() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            execute(database, "create table kept as select 42 as answer");
        }
        long begin = System.nanoTime();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertThat(database.adopted()).isFalse();
            assertThat(query(database, "select answer from kept")).isEqualTo("42");
            // The target is 1.5 s; a busy build machine gets some slack.
            assertThat(took).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void start_asConfigured_hasChecksumsUtf8AndLimits() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            assertThat(query(database, "show data_checksums")).isEqualTo("on");
            assertThat(query(database, "show server_encoding")).isEqualTo("UTF8");
            assertThat(query(database, "show max_connections")).isEqualTo("100");
            assertThat(query(database, "show idle_in_transaction_session_timeout"))
                    .isEqualTo("1min");
            assertThat(query(database, "show lock_timeout")).isEqualTo("0");
            assertThat(query(database, "select usesuper::text from pg_user where usename = current_user"))
                    .isEqualTo("false");
        }
    }

    @Test
    void start_durable_forcesToDisk() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings().withDurability(Durability.KEPT))) {
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void connect_withoutThePassword_isRefused() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "wrong-word")
                            .close());
        }
    }

    @Test
    void start_afterTheJvmWasKilled_adoptsItsServer() throws Exception {
        ChildJvm child = ChildJvm.start(settings());
        children.add(child.process());
        child.process().destroyForcibly().waitFor();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            assertThat(database.adopted()).isTrue();
            assertThat(database.port()).isEqualTo(child.port());
            assertThat(database.pid()).isEqualTo(child.pid());
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
        assertThat(ProcessHandle.of(child.pid())).isEmpty();
    }

    @Test
    void start_orphanOnAnotherPort_isStoppedAndReplaced() throws Exception {
        ChildJvm child = ChildJvm.start(settings());
        children.add(child.process());
        child.process().destroyForcibly().waitFor();

        int port = FreePort.pick();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings().withListen("127.0.0.1", port))) {
            assertThat(database.adopted()).isFalse();
            assertThat(database.port()).isEqualTo(port);
            assertThat(ProcessHandle.of(child.pid())).isEmpty();
        }
    }

    @Test
    void start_serverKilledHard_recovers() throws Exception {
        DatabaseSettings kept = settings().withDurability(Durability.KEPT);
        EmbeddedDatabase first = EmbeddedDatabase.start(kept);
        execute(first, "create table kept as select 7 as answer");
        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();

        try (EmbeddedDatabase second = EmbeddedDatabase.start(kept)) {
            assertThat(query(second, "select answer from kept")).isEqualTo("7");
        }
    }

    @Test
    void start_pidFileNamesAStranger_leavesItAloneAndStarts() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            execute(database, "select 1");
        }
        Process stranger = new ProcessBuilder("sleep", "600").start();
        children.add(stranger);
        Files.writeString(
                settings().dataDirectory().resolve("postmaster.pid"),
                stranger.pid() + "\n" + settings().dataDirectory() + "\n0\n5432\n\n127.0.0.1\n0 0\nready\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            assertThat(database.adopted()).isFalse();
            assertThat(stranger.isAlive()).isTrue();
        }
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void start_busyPort_saysSoInOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(EmbeddedServerException.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(settings().withListen("127.0.0.1", taken.getLocalPort())))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("port_busy"))
                    .withMessageContaining("database port: " + taken.getLocalPort() + " (expected: a free port");
        }
    }

    @Test
    void start_folderBelowAFile_saysSoInOneSentence() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(DatabaseSettings.in(file.resolve("below"), "a-secret-word")
                        .withBinaries(PROGRAMS)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("database_folder_unwritable"));
    }

    @Test
    void archiveName_perPlatform_isTheOneOnTheClassPath() {
        assertThat(PostgresBinaries.archiveName("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.archiveName("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.archiveName("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
        for (String name :
                List.of("postgres-linux-x86_64.txz", "postgres-linux-arm_64.txz", "postgres-darwin-arm_64.txz")) {
            assertThat(PostgresBinaries.class.getResource("/" + name)).isNotNull();
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
