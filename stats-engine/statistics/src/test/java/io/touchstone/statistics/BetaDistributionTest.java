package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class BetaDistributionTest {

    @Test
    void tails_withOneShapeOfOne_arePowers() {
        BetaDistribution falling = new BetaDistribution(1, 400);
        assertThat(falling.logUpper(0.9, 0.1)).isCloseTo(400 * Math.log(0.1), within(1e-10));
        assertThat(falling.lower(1e-200, 1)).isCloseTo(4e-198, within(1e-210));
        BetaDistribution rising = new BetaDistribution(400, 1);
        assertThat(rising.logLower(0.01, 0.99)).isCloseTo(400 * Math.log(0.01), within(1e-10));
        assertThat(rising.logUpper(1, 1e-18)).isCloseTo(Math.log(4e-16), within(1e-12));
    }

    @Test
    void tails_againstScipy() {
        assertThat(new BetaDistribution(61, 940).lower(0.05, 0.95))
                .isCloseTo(0.0670625186333081, within(1e-12 * 0.0670625186333081));
        assertThat(new BetaDistribution(2.5, 0.5).upper(0.99, 0.01)).isCloseTo(0.16891772102794356, within(1e-12));
        assertThat(new BetaDistribution(12.5, 288.5).quantile(0.025)).isCloseTo(0.02204924933927847, within(1e-12));
    }

    @Property
    void tails_addUpAndMirror(
            @ForAll @DoubleRange(min = 0.1, max = 1000) @Scale(3) double a,
            @ForAll @DoubleRange(min = 0.1, max = 1000) @Scale(3) double b,
            @ForAll @DoubleRange(min = 0.001, max = 0.999) @Scale(6) double x) {
        BetaDistribution beta = new BetaDistribution(a, b);
        assertThat(beta.lower(x, 1 - x) + beta.upper(x, 1 - x)).isCloseTo(1, within(1e-12));
        assertThat(new BetaDistribution(b, a).logUpper(1 - x, x)).isEqualTo(beta.logLower(x, 1 - x));
    }

    @Property
    void quantile_isTheInverse(
            @ForAll @DoubleRange(min = 0.3, max = 1e5) @Scale(3) double a,
            @ForAll @DoubleRange(min = 0.3, max = 1e5) @Scale(3) double b,
            @ForAll @DoubleRange(min = 0.001, max = 0.999) @Scale(6) double p) {
        BetaDistribution beta = new BetaDistribution(a, b);
        double x = beta.quantile(p);
        if (x < 1 - 1e-6) {
            assertThat(beta.lower(x, 1 - x)).isCloseTo(p, within(1e-9));
        }
    }

    @Test
    void ends_areCertain() {
        BetaDistribution beta = new BetaDistribution(2, 3);
        assertThat(beta.lower(0, 1)).isZero();
        assertThat(beta.upper(0, 1)).isEqualTo(1);
        assertThat(beta.lower(1, 0)).isEqualTo(1);
        assertThat(beta.upper(1, 0)).isZero();
        assertThat(beta.mean()).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void badInput_isRefused() {
        assertThatThrownBy(() -> new BetaDistribution(0, 1)).hasMessageContaining("a: 0.0");
        assertThatThrownBy(() -> new BetaDistribution(1, Double.NaN)).hasMessageContaining("b: NaN");
        assertThatThrownBy(() -> new BetaDistribution(1, 1).quantile(1)).hasMessageContaining("p: 1.0");
    }
}
