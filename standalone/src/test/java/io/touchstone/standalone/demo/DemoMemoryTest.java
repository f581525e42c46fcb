package io.touchstone.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.standalone.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMemoryTest {
    private static final Instant MOMENT = Instant.parse("2026-11-22T08:00:00Z");

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
        assertThat(DemoMemory.read(file)).contains(new DemoMemory(5, begun.moment(), true, List.of()));
    }

    @Test
    void after_openings_keepsTheLastWordOfEachForFourWeeks() {
        Path file = folder.resolve("demo.json");
        Opening first = new Opening(MOMENT, MOMENT.plusSeconds(60), 180);
        Opening second = new Opening(MOMENT.plusSeconds(3_600), MOMENT.plusSeconds(3_610), 30);
        Opening longer = new Opening(second.from(), MOMENT.plusSeconds(7_200), 10_800);

        DemoMemory memory = DemoMemory.begin(5, MOMENT)
                .afterCount()
                .after(first)
                .after(second)
                .after(longer);
        memory.write(file);

        assertThat(memory.openings()).containsExactly(first, longer);
        assertThat(DemoMemory.read(file)).contains(memory);
        Instant later = longer.until().plus(Duration.ofDays(29));
        Opening last = new Opening(later.minusSeconds(60), later, 180);
        assertThat(memory.after(last).openings()).containsExactly(last);
    }

    @Test
    void read_fileOfAnEarlierVersion_hasNoOpenings() throws Exception {
        Path file = folder.resolve("demo.json");
        Files.writeString(file, "{\"seed\":1,\"moment\":\"2026-11-22T08:00:00Z\",\"counted\":true}");

        assertThat(DemoMemory.read(file)).contains(new DemoMemory(1, MOMENT, true, List.of()));
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
