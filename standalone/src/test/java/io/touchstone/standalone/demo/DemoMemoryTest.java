package io.touchstone.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.standalone.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMemoryTest {
    @TempDir
    Path folder;

    @Test
    void read_whatWasWritten_isTheSame() {
        Path file = folder.resolve("demo.json");
        assertThat(DemoMemory.read(file)).isEmpty();
        DemoMemory begun = DemoMemory.begin(5, Instant.parse("2026-11-22T08:00:00.123456Z"));

        begun.write(file);

        assertThat(DemoMemory.read(file)).contains(begun);
        assertThat(begun.moment()).isEqualTo("2026-11-22T08:00:00.123Z");
        begun.afterCount().write(file);
        assertThat(DemoMemory.read(file)).contains(new DemoMemory(5, begun.moment(), true));
    }

    @Test
    void read_brokenFile_isRefused() throws Exception {
        Path file = folder.resolve("demo.json");
        for (String broken : new String[] {"", "{", "{\"seed\": 1}", "[]"}) {
            Files.writeString(file, broken);
            assertThatThrownBy(() -> DemoMemory.read(file))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("demo.json cannot be read (expected: ");
        }
    }
}
