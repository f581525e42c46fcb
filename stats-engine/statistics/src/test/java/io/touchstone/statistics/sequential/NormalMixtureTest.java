package io.touchstone.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalMixtureTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    private static final NormalMixture TUNED = NormalMixture.tuned(10_000, ALPHA);

    @Test
    void tuning_agrees() {
        assertThat(TUNED.rho()).isCloseTo(1260.056097925634, within(1e-9));
        assertThat(1 / Math.sqrt(TUNED.rho())).isCloseTo(0.028171181, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 9.084379",
        "1000, 3.855055",
        "5000, 3.083569",
        "10000, 3.035209",
        "100000, 3.241723",
        "1000000, 3.561641"
    })
    void multiplier_agrees(double time, double expected) {
        assertThat(TUNED.multiplier(time, ALPHA)).isCloseTo(expected, within(5e-7));
    }

    @Property
    void exactTuning_isTightestAtItsTarget(
            @ForAll @DoubleRange(min = 1, max = 1e9) @Scale(9) double target,
            @ForAll @DoubleRange(min = 0.001, max = 0.3) @Scale(9) double level) {
        Alpha alpha = new Alpha(level);
        NormalMixture exact = NormalMixture.tunedExactly(target, alpha);
        double best = exact.multiplier(target, alpha);
        assertThat(new NormalMixture(exact.rho() * 1.05).multiplier(target, alpha))
                .isGreaterThan(best);
        assertThat(new NormalMixture(exact.rho() / 1.05).multiplier(target, alpha))
                .isGreaterThan(best);
    }

    @Property
    void interval_pValueAndEValue_agree(
            @ForAll @DoubleRange(min = 1e-3, max = 1e3) @Scale(9) double time,
            @ForAll @DoubleRange(min = -8, max = 8) @Scale(9) double z) {
        NormalMixture mixture = new NormalMixture(1);
        double bound = mixture.multiplier(time, ALPHA);
        if (Math.abs(Math.abs(z) - bound) > 1e-9) {
            assertThat(mixture.p(z, time) <= ALPHA.value()).isEqualTo(Math.abs(z) > bound);
        }
        assertThat(mixture.logE(z, time)).isEqualTo(mixture.logE(-z, time));
        assertThat(mixture.p(z, time)).isBetween(Double.MIN_NORMAL, 1.0);
    }

    @Test
    void farEvidence_isNeverAPOfZero() {
        assertThat(TUNED.p(1000, 10_000)).isEqualTo(Double.MIN_NORMAL);
    }

    @Test
    void badInput_isRefused() {
        assertThatThrownBy(() -> new NormalMixture(0)).hasMessageContaining("rho: 0.0");
        assertThatThrownBy(() -> NormalMixture.ofEffectVariance(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TUNED.multiplier(0, ALPHA)).hasMessageContaining("time: 0.0");
        assertThatThrownBy(() -> TUNED.logE(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A difference divided by a standard error of 0 came out as overwhelming evidence. */
    @Test
    void logE_withoutStandardError_isRefused() {
        NormalMixture mixture = new NormalMixture(100);
        assertThatThrownBy(() -> mixture.p(1 / 0.0, 50))
                .hasMessage("z: Infinity (expected: finite, and its square too)");
        assertThatThrownBy(() -> mixture.logE(Double.NaN, 50)).hasMessageStartingWith("z: NaN");
    }
}
