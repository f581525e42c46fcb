package io.touchstone.statistics.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.BetaDistribution;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Proportion;
import org.junit.jupiter.api.Test;

/** Posteriors with closed forms, and the ends of what is taken. */
class BayesBoundsTest {

    private static final Credibility HALF = new Credibility(0.5);

    @Test
    void uniformPosteriors_differenceIsTriangularAndRatioIsKnown() {
        // Of two uniform variables: P(D > d) = (1 − d)²/2 for d ≥ 0, P(T/C > r) = 1/(2r) for r ≥ 1.
        BetaBinomial uniform =
                BetaBinomial.of(Proportion.NONE, BetaDistribution.UNIFORM, Proportion.NONE, BetaDistribution.UNIFORM);
        Interval difference = uniform.difference(HALF);
        assertThat(difference.high()).isCloseTo(1 - Math.sqrt(0.5), within(1e-9));
        assertThat(difference.low()).isCloseTo(Math.sqrt(0.5) - 1, within(1e-9));
        Interval lift = uniform.lift(HALF);
        assertThat(lift.high()).isCloseTo(1, within(1e-9));
        assertThat(lift.low()).isCloseTo(-0.5, within(1e-9));
    }

    @Test
    void powerPosteriors_ratioIsKnown() {
        // Beta(a, 1) has distribution xᵃ: P(T > rC) = 1 − rᵇ·a/(a + b) for r ≤ 1, with T of b and C of a.
        BetaDistribution four = new BetaDistribution(4, 1);
        BetaDistribution two = new BetaDistribution(2, 1);
        BetaBinomial posterior = BetaBinomial.of(Proportion.NONE, four, Proportion.NONE, two);
        assertThat(posterior.chanceToWin()).isCloseTo(1 - 4 / 6.0, within(1e-11));
        Interval lift = posterior.lift(HALF);
        assertThat(lift.low()).isCloseTo(Math.sqrt(0.25 * 6 / 4) - 1, within(1e-9));
        // E max(C − T, 0) = E[C] − E[min]; the minimum has P(min > x) = (1 − x⁴)(1 − x²).
        double minimum = 1 - 1 / 3.0 - 1 / 5.0 + 1 / 7.0;
        assertThat(posterior.lossOfTreatment()).isCloseTo(0.8 - minimum, within(1e-11));
        assertThat(posterior.lossOfControl()).isCloseTo(2 / 3.0 - minimum, within(1e-11));
    }

    @Test
    void observedEffect_ofTwoUnitsAnArm_isEnough() {
        Moments two = new Moments(2, 4, 6);
        ObservedEffect absolute =
                ObservedEffect.absolute(two, new Moments(2, 5, 2)).found().orElseThrow();
        assertThat(absolute).isEqualTo(new ObservedEffect(1, 4));
        ObservedEffect relative =
                ObservedEffect.relative(two, new Moments(2, 5, 2)).found().orElseThrow();
        assertThat(relative.estimate()).isEqualTo(0.25);
        assertThat(relative.variance()).isCloseTo(1 / 16.0 + 25 / 16.0 * 3 / 16, within(1e-15));
        assertThatThrownBy(() -> new ObservedEffect(1, Double.POSITIVE_INFINITY))
                .hasMessage("variance: Infinity (expected: finite, above 0)");
        assertThatThrownBy(() -> new EffectPrior.Bell(0, Double.POSITIVE_INFINITY))
                .hasMessage("sd: Infinity (expected: finite, above 0)");
        assertThatThrownBy(() -> new Credibility(0)).hasMessage("level: 0.0 (expected: above 0 and below 1)");
    }
}
