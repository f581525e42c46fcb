package io.touchstone.benchmarks.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void check_oneAndManyExperiments_handWrittenAndEvaluatorAgree() {
        Agreement one = Agreement.check(1);

        assertThat(Agreement.check(100)).isEqualTo(one);
        assertThat((double) one.targeted() / one.users()).isCloseTo(0.9, within(0.02));
        assertThat((double) one.control() / one.targeted()).isCloseTo(0.5, within(0.01));
    }
}
