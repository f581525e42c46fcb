package io.touchstone.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.demo.shop.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {
    @Test
    void parse_nothing_isEnglishAndStays() {
        DemoOptions options = DemoOptions.parse(List.of(), Map.of());

        assertThat(options)
                .isEqualTo(new DemoOptions(false, false, java.util.Optional.empty(), Language.EN, List.of()));
    }

    @Test
    void parse_ownOptions_areTakenOutAndTheOthersLeftToUp() {
        DemoOptions options = DemoOptions.parse(
                List.of("--once", "--port", "81", "--seed=3", "--language", "en", "--figures", "--data=x"),
                Map.of("LANG", "zh_CN.UTF-8"));

        assertThat(options.once()).isTrue();
        assertThat(options.figures()).isTrue();
        assertThat(options.seed()).contains(3L);
        assertThat(options.language()).isEqualTo(Language.EN);
        assertThat(options.up()).containsExactly("--port", "81", "--data=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed", "--seed=x", "--seed=-1", "--language=fr", "--language"})
    void parse_wrongValue_isRefusedByName(String argument) {
        assertThatThrownBy(() -> DemoOptions.parse(List.of(argument), Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(argument.replaceFirst("=.*", "") + ": ")
                .hasMessageContaining("(expected: ");
    }
}
