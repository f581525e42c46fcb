package io.touchstone.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import org.junit.jupiter.api.Test;

/** The score test by its published formula, and the guard at its thresholds. */
class RateBoundsTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    private static GuardedRates compare(long xc, long nc, long xt, long nt) {
        return GuardedRatesTest.compare(new Proportion(xc, nc), new Proportion(xt, nt), ALPHA)
                .found()
                .orElseThrow();
    }

    @Test
    void scoreTest_ofUnevenArms_bendsTheScoreByItsSkewness() {
        // Under no difference both rates are the pooled one; third cumulant pq(1 − 2p)(1/n_t² − 1/n_c²); Hall 1992.
        GuardedRates rates = compare(60, 2000, 20, 400);
        assertThat(rates.method()).isEqualTo(RatesMethod.SKEW_SCORE);
        double p = 80 / 2400.0;
        double variance = p * (1 - p) * (1 / 2000.0 + 1 / 400.0);
        double z = (0.05 - 0.03) / Math.sqrt(variance);
        double third = p * (1 - p) * (1 - 2 * p) * (1 / 400.0 / 400 - 1 / 2000.0 / 2000);
        double kappa = third / Math.pow(variance, 1.5);
        double expected = z - kappa * z * z / 6 + kappa * kappa * z * z * z / 108 + kappa / 6;
        DifferenceTest test = rates.comparison().test().found().orElseThrow();
        assertThat(test.statistic()).isCloseTo(expected, within(1e-9));
        // The interval ends where the bent score under that difference is ±1.96.
        for (double end : new double[] {test.interval().low(), test.interval().high()}) {
            RestrictedRates at = RestrictedRates.at(new Proportion(60, 2000), new Proportion(20, 400), end);
            double error = Math.sqrt(at.variance(2000, 400));
            double bent = at.third(2000, 400) / Math.pow(error, 3);
            double score = (0.02 - end) / error;
            double statistic = score - bent * score * score / 6 + bent * bent * Math.pow(score, 3) / 108 + bent / 6;
            assertThat(Math.abs(statistic)).isCloseTo(1.959963984540054, within(1e-9));
        }
        assertThat(test.interval().low()).isLessThan(0.02);
        assertThat(test.interval().high()).isGreaterThan(0.02);
    }

    @Test
    void restrictedRates_gapBeyondCertainty_isRefused() {
        Proportion half = new Proportion(5, 10);
        assertThatThrownBy(() -> RestrictedRates.at(half, half, 1.1)).hasMessage("gap: 1.1 (expected: -1..1)");
        assertThatThrownBy(() -> RestrictedRates.at(half, half, -1.1)).hasMessage("gap: -1.1 (expected: -1..1)");
        assertThatThrownBy(() -> RestrictedRates.at(Proportion.NONE, half, 0))
                .hasMessage("control: 0 units (expected: 1 or more)");
        assertThatThrownBy(() -> RestrictedRates.at(half, Proportion.NONE, 0))
                .hasMessage("treatment: 0 units (expected: 1 or more)");
        assertThat(RestrictedRates.at(half, half, 1).treatment()).isEqualTo(1);
        assertThat(RestrictedRates.at(half, half, -1).control()).isEqualTo(1);
        RestrictedRates none = RestrictedRates.at(new Proportion(0, 10), new Proportion(0, 20), 0);
        assertThat(none.control()).isCloseTo(0, within(1e-12));
        assertThat(none.treatment()).isCloseTo(0, within(1e-12));
    }

    @Test
    void enoughEventsInEachEvenArm_areTheUnpooledTest_andOneLessIsNot() {
        long few = GuardedRatesTest.FEW;
        assertThat(compare(few, 1000, few, 1000).method()).isEqualTo(RatesMethod.UNPOOLED);
        assertThat(compare(few - 1, 1000, few, 1000).method()).isEqualTo(RatesMethod.SKEW_SCORE);
        assertThat(compare(1000 - few, 1000, 1001 - few, 1000).method()).isEqualTo(RatesMethod.SKEW_SCORE);
    }

    @Test
    void noEvents_haveTheReasonOfThePlainTest() {
        GuardedRates none = compare(0, 1000, 0, 1000);
        assertThat(none.method()).isEqualTo(RatesMethod.NONE);
        assertThat(none.kappa()).isEmpty();
        assertThat(none.comparison().test())
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.ZERO_EVENTS));
    }

    @Test
    void hardlyAnEvent_saysHowManyUnitsWouldDo() {
        // Pooled: p = 3/10100, κ = (1/√(n p q))-like; the units grow with the square of κ over its limit.
        GuardedRates rates = compare(2, 10_000, 1, 100);
        Proportion control = new Proportion(2, 10_000);
        Proportion treatment = new Proportion(1, 100);
        double kappa = SkewScoreTest.kappa(control, treatment);
        double p = 3 / 10_100.0;
        double variance = p * (1 - p) * (1 / 100.0 + 1 / 10_000.0);
        assertThat(kappa)
                .isCloseTo(p * (1 - p) * (1 - 2 * p) * (1e-4 - 1e-8) / Math.pow(variance, 1.5), within(1e-6 * kappa));
        long controls = (long) Math.ceil(kappa / 0.3 * (kappa / 0.3) * 10_000);
        long treatments = (long) Math.ceil(kappa / 0.3 * (kappa / 0.3) * 100);
        assertThat(rates.comparison().test())
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.text())
                        .isEqualTo("Too few events for arms this uneven (kappa " + Math.round(kappa * 1000) / 1000.0
                                + ", at most 0.3): at this split it needs about " + controls + " control and "
                                + treatments + " treatment units, or more even arms."));
        assertThat(treatments).isGreaterThan(100);
    }

    @Test
    void interval_ofArmsThatAreAllAgainstNone_reachesCertainty() {
        // At a gap of one there is no variance left: that end is the difference itself.
        DifferenceTest test = compare(0, 40, 40, 41).comparison().test().found().orElseThrow();
        assertThat(test.interval().high()).isBetween(40 / 41.0, 1.0);
        assertThat(test.interval().low()).isBetween(0.8, 40 / 41.0);
    }

    @Test
    void interval_atALevelThatRejectsTheEstimateItself_endsThere() {
        // z of 99 % is 0.0125, below the κ/6 that the score has at the estimate: its root lies on the other side.
        Alpha nearlyOne = new Alpha(0.99);
        GuardedRates rates = GuardedRatesTest.compare(new Proportion(40, 2000), new Proportion(20, 500), nearlyOne)
                .found()
                .orElseThrow();
        assertThat(rates.method()).isEqualTo(RatesMethod.SKEW_SCORE);
        DifferenceTest test = rates.comparison().test().found().orElseThrow();
        double difference = rates.comparison().difference();
        assertThat(test.interval().low()).isEqualTo(difference);
        assertThat(test.interval().high()).isBetween(difference, difference + test.standardError());
    }
}
