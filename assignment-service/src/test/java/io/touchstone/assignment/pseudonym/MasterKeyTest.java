package io.touchstone.assignment.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    @TempDir
    Path folder;

    @Test
    void readOrCreate_twice_isOneKeyOfMode0600() throws Exception {
        Path file = folder.resolve("master.key");
        byte[] first = new Pseudonymizer(MasterKey.readOrCreate(file)).pseudonym(1, "user", "u");
        byte[] second = new Pseudonymizer(MasterKey.readOrCreate(file)).pseudonym(1, "user", "u");

        assertThat(second).isEqualTo(first);
        assertThat(Files.size(file)).isEqualTo(MasterKey.LENGTH);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void read_missingFile_saysWhatToDo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MasterKey.read(folder.resolve("none")))
                .withMessageContaining("restore it from its backup");
    }

    @Test
    void read_shortFile_isRefused() throws Exception {
        Path file = privateFile("short.key", 31);
        assertThatIllegalStateException().isThrownBy(() -> MasterKey.read(file)).withMessageContaining("31 bytes");
    }

    @Test
    void read_fileOpenToOthers_isRefused() throws Exception {
        Path file = privateFile("open.key", MasterKey.LENGTH);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatIllegalStateException().isThrownBy(() -> MasterKey.read(file)).withMessageContaining("0600");
    }

    private Path privateFile(String name, int length) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, new byte[length]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
