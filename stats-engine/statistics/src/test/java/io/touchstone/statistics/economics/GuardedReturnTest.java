package io.touchstone.statistics.economics;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.skew.GuardedMeansTest;
import org.junit.jupiter.api.Test;

class GuardedReturnTest {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    private static final JointDifference JOINT = new JointDifference(2, 0.8, 0.09, 0.01, 0.01);

    private static IncrementalReturn guarded(long control, long treatment) {
        return IncrementalReturn.guarded(profit(control, 1), profit(treatment, 2.2), JOINT, ALPHA)
                .found()
                .orElseThrow();
    }

    private static SkewMoments profit(long units, double mean) {
        return new SkewMoments(Moments.ofVariance(units, mean, 20), 3 * units * Math.pow(20, 1.5));
    }

    @Test
    void evenArms_haveBothReadings() {
        IncrementalReturn found = guarded(500, 500);
        assertThat(found.netProfit())
                .isEqualTo(GuardedMeansTest.compare(profit(500, 1), profit(500, 2.2), ALPHA)
                        .found()
                        .orElseThrow()
                        .comparison());
        assertThat(found.ratio()).isEqualTo(RatioOfDifferences.of(JOINT, ALPHA));
    }

    @Test
    void skewedUnevenArms_keepTheProfitAndLoseTheRatio() {
        IncrementalReturn found = guarded(400, 3_600);
        assertThat(found.netProfit().test().found()).isPresent();
        assertThat(found.ratio()).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(Reason.TOO_SKEWED));
    }
}
