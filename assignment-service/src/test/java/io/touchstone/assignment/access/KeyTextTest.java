package io.touchstone.assignment.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
    private static final String SECRET = "0123456789abcdefghijABCDEFGHIJ01";

    @Test
    void parse_keyText_findsTheId() {
        assertThat(KeyText.parse("tsk_server_k7Qm2xWa_" + SECRET)).get().returns("k7Qm2xWa", KeyText::id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tsk_", "tsk__k7Qm2xW_x", "k7Qm2xWa", "tsk_server_k7Qm2xWa", "tsk_server_k7Qm2xWa_short"})
    void parse_otherText_isEmpty(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
    }

    @Test
    void toString_hidesTheSecret() {
        assertThat(KeyText.parse("tsk_server_k7Qm2xWa_" + SECRET).orElseThrow().toString())
                .doesNotContain(SECRET);
    }
}
