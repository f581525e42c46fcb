package io.touchstone.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.embedded.FreePort;
import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.folder.DataFolder;
import io.touchstone.standalone.folder.FolderLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything is started. */
class PreflightTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private void up(Map<String, String> environment, String... arguments) throws InterruptedException {
        new UpCommand(environment, new PrintStream(out, true, StandardCharsets.UTF_8)).run(List.of(arguments), folder);
    }

    @Test
    void up_busyPort_namesItAndTheOption() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> up(Map.of(), "--port", port))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("port_busy"))
                    .withMessage("port: " + port + " is taken (expected: free on 127.0.0.1; stop what listens there or"
                            + " choose another with --port)");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void up_folderInUse_namesTheProcess() {
        DataFolder data = DataFolder.open(folder.resolve("data"));
        try (FolderLock lock = FolderLock.take(data, List.of("console"))) {
            assertThat(lock).isNotNull();
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> up(Map.of(), "--port=" + FreePort.pick()))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("data_folder_in_use"));
        }
    }

    @Test
    void up_newerDataFolder_isRefused() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/layout"), "7\n");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> up(Map.of(), "--port=" + FreePort.pick()))
                .satisfies(e -> assertThat(e.code()).isEqualTo("data_folder_too_new"));
    }

    @Test
    void up_pipelineWithoutServers_namesTheVariable() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> up(Map.of(), "--plane=pipeline"))
                .withMessage("TOUCHSTONE_DATABASE_URL: absent (expected: jdbc:postgresql://host:port/database, as"
                        + " --plane=pipeline starts no server of its own)");
    }

    @Test
    void up_databaseUrlOfAnotherKind_isRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> up(Map.of("TOUCHSTONE_DATABASE_URL", "mysql://x/y"), "--plane=pipeline"))
                .withMessageStartingWith("TOUCHSTONE_DATABASE_URL: mysql://x/y (expected: jdbc:postgresql://");
    }

    @Test
    void up_unknownHost_isRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> up(Map.of(), "--host=no.such.host.invalid"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("host_unknown"));
    }
}
