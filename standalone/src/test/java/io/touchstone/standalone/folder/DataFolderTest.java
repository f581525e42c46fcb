package io.touchstone.standalone.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.standalone.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path parent;

    @Test
    void open_newFolder_isFreshOnceOnly() {
        Path path = parent.resolve("data");
        assertThat(DataFolder.open(path).fresh()).isTrue();
        assertThat(DataFolder.open(path).fresh()).isFalse();
    }

    @Test
    void open_newerLayout_isRefused() throws IOException {
        DataFolder.open(parent);
        Files.writeString(parent.resolve("layout"), "2\n");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DataFolder.open(parent))
                .satisfies(e -> assertThat(e.code()).isEqualTo("data_folder_too_new"))
                .withMessage(
                        "data folder: " + parent + " has layout 2 (expected: 1, as a newer Touchstone wrote it; start"
                                + " that one or choose another folder with --data)");
    }

    @Test
    void open_unreadableLayout_isRefused() throws IOException {
        Files.writeString(parent.resolve("layout"), "one\n");
        assertRefused("data_folder_layout_unreadable", parent);
    }

    @Test
    void open_pathIsAFile_isRefused() throws IOException {
        assertRefused("data_folder_no_folder", Files.createFile(parent.resolve("file")));
    }

    @Test
    void open_pathBelowAFile_isRefused() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DataFolder.open(file.resolve("below")))
                .withMessageContaining("data folder: " + file.resolve("below"))
                .withMessageContaining("--data");
    }

    @Test
    void open_folderNobodyMayWriteTo_isRefused() {
        // Root may write anywhere but here.
        assertRefused("data_folder_unwritable", Path.of("/proc/touchstone"));
    }

    @Test
    void open_folderWithForeignFiles_isRefused() throws IOException {
        Files.createFile(parent.resolve("thesis.docx"));
        assertRefused("data_folder_foreign", parent);
    }

    @Test
    void open_folderWithLostAndFound_isFresh() throws IOException {
        Files.createDirectory(parent.resolve("lost+found"));
        assertThat(DataFolder.open(parent).fresh()).isTrue();
    }

    @Test
    void address_afterPublication_isFoundByAClient() {
        DataFolder.open(parent).publishAddress(URI.create("http://127.0.0.1:8080"));
        assertThat(DataFolder.ofClient(parent).address()).contains(URI.create("http://127.0.0.1:8080"));
    }

    @Test
    void take_secondTime_isRefusedUntilReleased() {
        DataFolder folder = DataFolder.open(parent);
        try (FolderLock first = FolderLock.take(folder, List.of("broker", "console"))) {
            assertThat(first).isNotNull();
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> FolderLock.take(folder, List.of("console")))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("data_folder_in_use"))
                    .withMessageContaining("process " + ProcessHandle.current().pid());
            FolderLock.take(folder, List.of("pipeline")).close();
        }
        FolderLock.take(folder, List.of("console")).close();
    }

    @Test
    void secrets_onceMade_stayAndBelongToTheOwnerOnly() throws IOException {
        Secrets secrets = DataFolder.open(parent).secrets();
        assertThat(secrets.knownDatabasePassword()).isEmpty();
        String password = secrets.databasePassword();
        byte[] key = Files.readAllBytes(secrets.pseudonymKeyFile());

        Secrets again = DataFolder.open(parent).secrets();
        assertThat(again.databasePassword()).isEqualTo(password).hasSizeGreaterThanOrEqualTo(32);
        assertThat(Files.readAllBytes(again.pseudonymKeyFile())).isEqualTo(key).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.pseudonymKeyFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    private static void assertRefused(String code, Path path) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DataFolder.open(path))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
