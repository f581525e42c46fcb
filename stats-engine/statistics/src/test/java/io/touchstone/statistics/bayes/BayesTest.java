package io.touchstone.statistics.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.BetaDistribution;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NormalLoss;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BayesTest {

    private static BetaBinomial of(long controlEvents, long controls, long events, long units) {
        return BetaBinomial.of(
                new Proportion(controlEvents, controls),
                BetaDistribution.UNIFORM,
                new Proportion(events, units),
                BetaDistribution.UNIFORM);
    }

    @Property(tries = 100)
    void arms_exchanged_exchangeTheAnswers(@ForAll @IntRange(max = 300) int x, @ForAll @IntRange(max = 300) int y) {
        BetaBinomial one = of(x, 300, y, 700);
        BetaBinomial other = of(y, 700, x, 300);
        assertThat(one.chanceToWin() + other.chanceToWin()).isCloseTo(1, within(1e-9));
        assertThat(one.lossOfTreatment()).isCloseTo(other.lossOfControl(), within(1e-14));
        // E[max(d, 0)] − E[max(−d, 0)] is the difference of the means.
        assertThat(one.lossOfControl() - one.lossOfTreatment())
                .isCloseTo(one.treatment().mean() - one.control().mean(), within(1e-10));
    }

    @Test
    void chanceToWin_smallCounts_isTheFiniteSum() {
        // Beta(1, 1) against Beta(2, 1): P(p_t > p_c) = 2/3.
        assertThat(of(0, 0, 1, 1).chanceToWin()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(of(0, 0, 0, 0).lossOfControl()).isCloseTo(1.0 / 6, within(1e-12));
    }

    @Test
    void ratesFarApart_areResolved() {
        BetaBinomial far = of(900_000, 1_000_000, 1, 1000);
        assertThat(far.lossOfTreatment())
                .isCloseTo(far.control().mean() - far.treatment().mean(), within(1e-12));
        assertThat(far.chanceToWin()).isBetween(0.0, 1e-15);
        assertThat(far.lossOfControl()).isBetween(0.0, 1e-15);
        BetaBinomial uneven = of(50, 1000, 50_000, 1_000_000);
        assertThat(uneven.chanceToWin()).isCloseTo(1 - 0.5345876108704403, within(1e-9));
        Interval interval = uneven.difference(Credibility.NINETY_FIVE_PERCENT);
        assertThat(interval.low()).isNegative();
        assertThat(interval.high()).isPositive();
    }

    @Test
    @Tag("simulation")
    void interval_simulation_agrees() {
        BetaBinomial posterior = of(12, 200, 25, 210);
        Interval lift = posterior.lift(new Credibility(0.9));
        SplittableRandom random = new SplittableRandom(5);
        int below = 0;
        int above = 0;
        int wins = 0;
        for (int i = 0; i < 20_000; i++) {
            double control = posterior.control().quantile(random.nextDouble(1e-12, 1));
            double treatment = posterior.treatment().quantile(random.nextDouble(1e-12, 1));
            below += treatment / control - 1 < lift.low() ? 1 : 0;
            above += treatment / control - 1 > lift.high() ? 1 : 0;
            wins += treatment > control ? 1 : 0;
        }
        assertThat(below / 20_000.0).isCloseTo(0.05, within(0.006));
        assertThat(above / 20_000.0).isCloseTo(0.05, within(0.006));
        assertThat(wins / 20_000.0).isCloseTo(posterior.chanceToWin(), within(0.006));
    }

    @Test
    void normal_flatPrior_isTheLimitOfAWideOne() {
        ObservedEffect seen = new ObservedEffect(0.04, 0.0005);
        EffectPosterior flat = EffectPosterior.of(seen, new EffectPrior.Flat());
        EffectPosterior wide = EffectPosterior.of(seen, new EffectPrior.Bell(0, 1e6));
        assertThat(wide.mean()).isCloseTo(flat.mean(), within(1e-15));
        assertThat(flat.lossOfControl() - flat.lossOfTreatment()).isCloseTo(0.04, within(1e-15));
        assertThat(EffectPosterior.of(seen, new EffectPrior.Bell(0, 1e-9)).mean())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void normalLoss_tails_keepTheirDigits() {
        assertThat(NormalLoss.unit(0)).isCloseTo(0.3989422804014327, within(1e-15));
        assertThat(NormalLoss.unit(5)).isCloseTo(5.346165533832815e-08, within(1e-12 * 5.346165533832815e-08));
        assertThat(NormalLoss.unit(29.9)).isCloseTo(3.2833041998182822e-198, within(1e-12 * 3.2833041998182822e-198));
        assertThat(NormalLoss.unit(30.1)).isCloseTo(8.031058143476839e-201, within(1e-12 * 8.031058143476839e-201));
        assertThat(NormalLoss.unit(-40)).isEqualTo(40);
    }

    @Test
    void data_thatCannotAnswer_giveAReason() {
        Moments none = Moments.NONE;
        Moments one = Moments.of(1);
        Moments zero = Moments.ofVariance(10, 0, 1);
        Moments still = Moments.ofVariance(10, 3, 0);
        Moments some = Moments.ofVariance(10, 2, 1);
        assertReason(ObservedEffect.relative(none, some), Reason.EMPTY_ARM);
        assertReason(ObservedEffect.relative(some, one), Reason.TOO_FEW_UNITS);
        assertReason(ObservedEffect.relative(zero, some), Reason.CONTROL_MEAN_ZERO);
        assertReason(ObservedEffect.absolute(still, still), Reason.ZERO_VARIANCE);
        assertReason(ObservedEffect.absolute(one, some), Reason.TOO_FEW_UNITS);
    }

    @Test
    void badInput_isRefused() {
        assertThatThrownBy(() -> new Credibility(1)).hasMessageContaining("level: 1.0");
        assertThatThrownBy(() -> new EffectPrior.Bell(0, 0)).hasMessageContaining("sd: 0.0");
        assertThatThrownBy(() -> new EffectPrior.Bell(Double.NaN, 1)).hasMessageContaining("mean: NaN");
        assertThatThrownBy(() -> new ObservedEffect(0, 0)).hasMessageContaining("variance: 0.0");
        assertThatThrownBy(() -> new ObservedEffect(Double.POSITIVE_INFINITY, 1))
                .hasMessageContaining("estimate");
    }

    private static void assertReason(Result<ObservedEffect> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, none -> assertThat(none.reason())
                .isEqualTo(reason));
    }

    @Test
    void relativeReading_ofAnUncertainControlMean_isRefused() {
        EffectPrior prior = new EffectPrior.Bell(0, 0.05);
        Moments treatment = Moments.ofVariance(400, 1.1, 0.25);
        assertThat(RelativeReading.of(Moments.ofVariance(400, 1, 0.25), treatment, prior)
                        .found()
                        .orElseThrow()
                        .mean())
                .isBetween(0.0, 0.1);
        assertThat(RelativeReading.of(Moments.ofVariance(200, 1, 0.25), treatment, prior))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> {
                    assertThat(missing.reason()).isEqualTo(Reason.TOO_FEW_UNITS);
                    assertThat(missing.text())
                            .isEqualTo(
                                    "The control mean is known to 3.5 % only (at most 3.0 % for a relative effect).");
                });
        assertThat(RelativeReading.of(Moments.NONE, treatment, prior))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.EMPTY_ARM));
    }
}
