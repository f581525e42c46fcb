package io.touchstone.assignment.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCopyTest {
    private static final Publication ONE = new Publication(1, 17, "{\"试\":\"金石🪨\"}", "\"e\"", "{}", "{\"keys\":[]}");
    private static final Publication TWO = new Publication(2, 3, "{}", "e2", "{\"a\":1}", "{}");

    @TempDir
    Path parent;

    private Path folder;
    private DiskCopy disk;

    @BeforeEach
    void setUp() {
        folder = parent.resolve("copies");
        disk = new DiskCopy(folder);
    }

    @Test
    void readAll_missingFolder_isEmpty() {
        assertThat(disk.readAll()).isEmpty();
    }

    @Test
    void readAll_afterWrites_givesTheLastOfEachEnvironment() throws IOException {
        disk.write(new Publication(1, 16, "{}", "e", "{}", "{}"));
        disk.write(ONE);
        disk.write(TWO);

        assertThat(new DiskCopy(folder).readAll()).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void write_file_isForItsOwnerOnly() throws IOException {
        disk.write(ONE);

        try (var files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void readAll_oneFlippedByte_ignoresThatFileOnly() throws IOException {
        disk.write(ONE);
        disk.write(TWO);
        Path file = folder.resolve("environment-1.publication");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(disk.readAll()).containsExactly(TWO);
    }

    @Test
    void decode_everyTruncation_isRefused() throws IOException {
        disk.write(ONE);
        byte[] bytes = Files.readAllBytes(folder.resolve("environment-1.publication"));
        for (int length = 0; length < bytes.length; length++) {
            byte[] torn = Arrays.copyOf(bytes, length);
            assertThatIOException().as("%d bytes", length).isThrownBy(() -> DiskCopy.decode(torn));
        }
    }
}
