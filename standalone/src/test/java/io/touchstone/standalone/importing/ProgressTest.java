package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));

    @Test
    void add_terminal_movesOneLine() {
        Progress progress = progress(true);
        now.updateAndGet(instant -> instant.plusSeconds(2));
        progress.add(25_000);
        progress.add(5_000); // too soon to be drawn
        now.updateAndGet(instant -> instant.plusSeconds(2));
        progress.add(70_000);
        progress.close();

        assertThat(text())
                .contains("\r███████░░")
                .contains(" 25 %  25,000 of 100,000 rows sent  12,500/s")
                .contains("\r" + "█".repeat(30) + " 100 %  100,000 of 100,000 rows sent  25,000/s")
                .endsWith(System.lineSeparator());
        assertThat(text()).containsOnlyOnce("\n");
    }

    @Test
    void add_noTerminal_printsALineEveryFewSeconds() {
        Progress progress = progress(false);
        for (int i = 0; i < 12; i++) {
            now.updateAndGet(instant -> instant.plusSeconds(1));
            progress.add(5_000);
        }
        progress.close();

        assertThat(text().lines())
                .containsExactly(" 25 %  25,000 of 100,000 rows sent", " 50 %  50,000 of 100,000 rows sent");
    }

    private Progress progress(boolean terminal) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new Progress(
                new ImportEnvironment(URI.create("http://none"), "", out, out, terminal),
                now::get,
                "rows sent",
                100_000);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
