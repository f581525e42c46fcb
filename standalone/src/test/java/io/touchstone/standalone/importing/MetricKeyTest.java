package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricKeyTest {

    @ParameterizedTest
    @CsvSource({
        "retention_1,retention_1",
        "Sum GameRounds,sum_gamerounds",
        "'  spend ($) ',spend",
        "a/b: c,a_b_c",
        "v1.2-x,v1.2-x",
        "__x__,x",
        "ＡＢＣ１,abc1"
    })
    void of_latinName_isFolded(String column, String key) {
        assertThat(MetricKey.of(column)).isEqualTo(key);
    }

    @Test
    void of_lostLetters_areToldApartByTheirHash() {
        assertThat(MetricKey.of("消费金额")).matches("column-[0-9a-f]{8}").isNotEqualTo(MetricKey.of("次日留存"));
        assertThat(MetricKey.of("首单 gmv")).matches("gmv-[0-9a-f]{8}");
        assertThat(MetricKey.of("$%")).matches("column-[0-9a-f]{8}");
        assertThat(MetricKey.of("消费金额")).isEqualTo(MetricKey.of("消费金额"));
    }

    @Test
    void of_longName_isAKeyOf128() {
        assertThat(MetricKey.of("x".repeat(300))).hasSize(128).matches("x+-[0-9a-f]{8}");
    }
}
