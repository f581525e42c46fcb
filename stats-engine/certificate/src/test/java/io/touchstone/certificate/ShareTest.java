package io.touchstone.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void limits_ofNone_areTheClosedForm() {
        // Nobody of n: the upper limit solves (1 − p)^n = 1 − confidence.
        assertThat(new Share(0, 1_000).upper(0.999)).isCloseTo(1 - Math.pow(0.001, 1e-3), within(1e-12));
        assertThat(new Share(0, 1_000).lower(0.999)).isZero();
        assertThat(new Share(1_000, 1_000).upper(0.999)).isEqualTo(1);
        assertThat(new Share(1_000, 1_000).lower(0.999)).isCloseTo(Math.pow(0.001, 1e-3), within(1e-12));
    }

    @Test
    void limits_areSymmetric() {
        Share share = new Share(123, 4_000);
        assertThat(share.lower(0.999)).isCloseTo(1 - new Share(4_000 - 123, 4_000).upper(0.999), within(1e-12));
        assertThat(share.lower(0.999)).isLessThan(share.value());
        assertThat(share.upper(0.999)).isGreaterThan(share.value());
    }

    @Test
    void share_ofNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share(0, 0))
                .withMessage("share: 0 of 0 (expected: 0..of, of 1 or more)");
    }
}
