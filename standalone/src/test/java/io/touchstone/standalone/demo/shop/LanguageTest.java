package io.touchstone.standalone.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void of_environment_firstVariableThatSaysAnything() {
        assertThat(Language.of(Map.of())).isEqualTo(Language.EN);
        assertThat(Language.of(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Language.ZH);
        assertThat(Language.of(Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Language.EN);
        assertThat(Language.of(Map.of("LC_ALL", "C", "LANG", "zh_CN"))).isEqualTo(Language.EN);
        assertThat(Language.of(Map.of("LC_ALL", "", "LC_MESSAGES", "zh_TW", "LANG", "C")))
                .isEqualTo(Language.ZH);
    }
}
