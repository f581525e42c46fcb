package io.touchstone.core.bucketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.core.input.InvalidInputException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitsTest {
    @Test
    void get_everyIdentity_isFound() {
        Units units = Units.of("user", "u", "device", "d").and("group", "g").and("shop", "s");

        assertThat(units.size()).isEqualTo(4);
        assertThat(units.get("user")).isEqualTo("u");
        assertThat(units.get("shop")).isEqualTo("s");
        assertThat(units.get("other")).isNull();
        assertThat(units.typeAt(2)).isEqualTo("group");
        assertThat(units.idAt(2)).isEqualTo("g");
        assertThat(units).isEqualTo(Units.of(Map.of("shop", "s", "group", "g", "device", "d", "user", "u")));
    }

    @Test
    void of_brokenIdentities_areRefused() {
        Units four = Units.of(Map.of("a", "1", "b", "2", "c", "3", "d", "4"));

        assertCode("units_count", () -> Units.of(Map.of()));
        assertCode("units_count", () -> four.and("e", "5"));
        assertCode("duplicate", () -> four.and("a", "5"));
        assertCode("id_invalid", () -> Units.user(""));
        assertCode("id_invalid", () -> Units.user("x".repeat(257)));
        assertCode("key_invalid", () -> Units.of("", "u"));
        assertCode("key_invalid", () -> Units.of("a\nb", "u"));
        assertCode("text_surrogate", () -> Units.user("\ud800"));
        assertThat(Units.user("x".repeat(256)).get("user")).hasSize(256);
    }

    @Test
    void user_idsAroundTheSizesThatAreCheckedFaster_followTheSameRule() {
        for (int length : new int[] {1, 84, 85, 86, 128}) {
            String pair = "😀".repeat(length / 2);
            assertThat(Units.user(pair + "界".repeat(length % 2)).idAt(0)).hasSize(length);
            assertCode("text_surrogate", () -> Units.user("a".repeat(length - 1) + "\ud800"));
            assertCode("text_surrogate", () -> Units.user("界".repeat(length - 1) + "\udfff"));
        }
        assertThat(Units.user("界".repeat(85)).idAt(0)).hasSize(85);
        assertThat(Units.user("\uffee").idAt(0)).isEqualTo("\uffee");
        assertCode("id_invalid", () -> Units.user("界".repeat(86)));
    }

    private static void assertCode(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(call).satisfies(e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
