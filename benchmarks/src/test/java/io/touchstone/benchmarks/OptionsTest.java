package io.touchstone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.benchmarks.Options.Option;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final List<Option> KNOWN = List.of(new Option("units", "100", "how many"));

    @Test
    void number_givenOrNot_isTheGivenOrTheDefault() {
        assertThat(new Options(KNOWN, List.of()).number("units")).isEqualTo(100);
        assertThat(new Options(KNOWN, List.of("--units", "1_000")).number("units"))
                .isEqualTo(1_000);
    }

    @Test
    void options_unknownOrWithoutValue_areRefusedWithTheKnownOnes() {
        for (List<String> wrong : List.of(List.of("--unit", "1"), List.of("units", "1"), List.of("--units"))) {
            assertThatThrownBy(() -> new Options(KNOWN, wrong)).hasMessageContaining("--units 100   how many");
        }
        assertThatThrownBy(() -> new Options(KNOWN, List.of("--units", "-1")).number("units"))
                .hasMessageContaining("expected: a whole number, 0 or more");
    }
}
