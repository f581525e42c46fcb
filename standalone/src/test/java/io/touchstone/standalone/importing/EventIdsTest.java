package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventIdsTest {

    /** The text {@code default/production LF imp_1 LF 7 LF outcome:spend}, hashed by sha256sum. */
    @Test
    void of_documentedForm_isTheHashOfThatText() {
        assertThat(new EventIds("default/production", "imp_1").of(7, "outcome:spend"))
                .isEqualTo("36a19a58947fe6a5b893dae0cf3d3835");
    }

    @Test
    void of_anyPartDiffers_anotherId() {
        EventIds ids = new EventIds("default/production", "imp_1");

        assertThat(ids.of(7, "outcome:spend"))
                .isNotEqualTo(ids.of(8, "outcome:spend"))
                .isNotEqualTo(ids.of(7, "exposure:spend"))
                .isNotEqualTo(new EventIds("default/production", "imp_2").of(7, "outcome:spend"))
                .isNotEqualTo(new EventIds("default/staging", "imp_1").of(7, "outcome:spend"));
    }
}
