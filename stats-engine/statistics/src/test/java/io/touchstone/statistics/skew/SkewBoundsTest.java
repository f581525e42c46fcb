package io.touchstone.statistics.skew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.SkewMoments;
import org.junit.jupiter.api.Test;

/** Fewest units of a skewness, and tails that are all or nothing. */
class SkewBoundsTest {

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }

    @Test
    void kappa_needsThreeUnitsAnArm_andSpread() {
        SkewMoments two = new SkewMoments(new Moments(2, 1, 1), 0);
        SkewMoments three = new SkewMoments(new Moments(3, 1, 2), 1);
        SkewMoments still = new SkewMoments(new Moments(3, 1, 0), 0);
        assertThat(SkewGuard.kappa(three, three).found()).hasValue(0.0);
        assertThat(SkewGuard.pooledKappa(three, three).found()).hasValue(0.0);
        assertReason(SkewGuard.kappa(two, three), Reason.TOO_FEW_UNITS);
        assertReason(SkewGuard.kappa(three, two), Reason.TOO_FEW_UNITS);
        assertReason(SkewGuard.pooledKappa(two, three), Reason.TOO_FEW_UNITS);
        assertReason(SkewGuard.pooledKappa(three, two), Reason.TOO_FEW_UNITS);
        assertReason(SkewGuard.kappa(still, still), Reason.ZERO_VARIANCE);
        assertReason(SkewGuard.pooledKappa(still, still), Reason.ZERO_VARIANCE);
        // No variance and no third moment in one arm: what is left is the other's.
        assertThat(SkewGuard.kappa(still, three).found().orElseThrow()).isPositive();
    }

    @Test
    void pooledKappa_ofSmallArms_byHand() {
        // m2 10 and 20 with 4 + 6 − 2 = 8 degrees of freedom; cumulant weights 3·2/4 and 5·4/6; skewness from both.
        SkewMoments control = new SkewMoments(new Moments(4, 0, 10), 6);
        SkewMoments treatment = new SkewMoments(new Moments(6, 0, 20), 9);
        double skewness = 15 / Math.pow(30 / 8.0, 1.5) / (1.5 + 20 / 6.0);
        double expected = skewness * (1 / 36.0 - 1 / 16.0) / Math.pow(1 / 4.0 + 1 / 6.0, 1.5);
        assertThat(SkewGuard.pooledKappa(control, treatment).found().orElseThrow())
                .isCloseTo(expected, within(1e-15));
    }

    @Test
    void tails_ends_areRefusedOrTaken() {
        assertThat(new PredictedTails(0, 1).upper()).isEqualTo(1);
        assertThat(new PredictedTails(1, 0).lower()).isEqualTo(1);
        for (double[] tails : new double[][] {{-0.1, 0.5}, {1.1, 0.5}, {0.5, -0.1}, {0.5, 1.1}}) {
            assertThatThrownBy(() -> new PredictedTails(tails[0], tails[1]))
                    .hasMessage("tails: " + tails[0] + ", " + tails[1] + " (expected: within 0..1)");
        }
        assertThatThrownBy(() -> PredictedTails.of(Double.NaN, Alpha.FIVE_PERCENT))
                .hasMessage("kappa: NaN (expected: finite)");
        // A skewness beyond all bounds takes one tail whole, and leaves nothing of the other.
        assertThat(PredictedTails.of(100, Alpha.FIVE_PERCENT)).isEqualTo(new PredictedTails(1, 0));
        assertThatThrownBy(() -> new CapCandidate(Double.NaN, SkewMoments.NONE, SkewMoments.NONE))
                .hasMessage("cap: NaN (expected: finite)");
    }
}
