package io.touchstone.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void print_judgedFigures_standsInTheTableAndInTheLastLines() {
        Report report = new Report("title");
        report.judged("fast enough", new Figure("speed", 60_001.2, "events/s"), Target.atLeast(60_000, ">= 60,000"));
        report.judged("too dear", new Figure("cost", 3.14159, "us"), Target.atMost(2, "<= 2 us"));
        report.judged("nothing", new Figure("bytes", 0, "B"), Target.atMost(0, "0 B"));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        String text = out.toString(StandardCharsets.UTF_8);

        assertThat(text)
                .contains("60000 events/s   >= 60,000   met")
                .contains("3.142 us   <= 2 us   missed")
                .endsWith("figure speed 60000 events/s\nfigure cost 3.142 us\nfigure bytes 0 B\n");
    }

    @Test
    void figure_notFinite_isRefused() {
        assertThatThrownBy(() -> new Figure("ratio", Double.NaN, "x"))
                .hasMessageContaining("expected: a finite number");
    }

    @Test
    void sample_evenAndOdd_hasItsMedianInTheMiddle() {
        assertThat(new Sample(9, 1, 5).median()).isEqualTo(5);
        assertThat(new Sample(4, 1, 2, 9).median()).isEqualTo(3);
        assertThat(new Sample(4, 1, 2, 9).spread()).isEqualTo("1-9");
    }
}
