package io.touchstone.statistics.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.StudentT;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatioIntervalTest {

    @Test
    void interval_ofSymmetricValues_isStudents() {
        RatioMoments arm = RatioMoments.NONE;
        for (int i = -10; i <= 10; i++) {
            arm = arm.plus(RatioMoments.of(5 + i, 1));
        }
        // Σ i² = 770 over 21 units: variance 38.5.
        double half = StudentT.upperQuantile(0.025, 20) * Math.sqrt(38.5 / 21);
        Interval found = RatioInterval.of(arm, Alpha.FIVE_PERCENT).found().orElseThrow();
        assertThat(found.low()).isCloseTo(5 - half, within(1e-12));
        assertThat(found.high()).isCloseTo(5 + half, within(1e-12));
    }

    @Test
    void interval_ofExponentialValues_missesAsOftenBelowAsAbove() {
        SplittableRandom random = new SplittableRandom(11);
        int below = 0;
        int above = 0;
        int refused = 0;
        for (int run = 0; run < 4_000; run++) {
            RatioMoments arm = RatioMoments.NONE;
            for (int i = 0; i < 600; i++) {
                arm = arm.plus(RatioMoments.of(-Math.log(1 - random.nextDouble()), 1));
            }
            Result<Interval> interval = RatioInterval.of(arm, Alpha.FIVE_PERCENT);
            refused += interval.found().isEmpty() ? 1 : 0;
            below += interval.found().filter(found -> found.high() < 1).isPresent() ? 1 : 0;
            above += interval.found().filter(found -> found.low() > 1).isPresent() ? 1 : 0;
        }
        assertThat(refused).isLessThan(20);
        // 4 Monte-Carlo errors of 2.5 % are 1 point.
        assertThat(below / 4_000.0).isCloseTo(0.025, within(0.01));
        assertThat(above / 4_000.0).isCloseTo(0.025, within(0.01));
    }

    @Test
    void interval_thatCannotBe_saysWhy() {
        RatioMoments two = RatioMoments.of(1, 2).plus(RatioMoments.of(2, 1));
        RatioMoments same = RatioMoments.of(1, 2).plus(RatioMoments.of(2, 4)).plus(RatioMoments.of(3, 6));
        RatioMoments one = RatioMoments.NONE;
        for (int i = 0; i < 20; i++) {
            one = one.plus(RatioMoments.of(i == 0 ? 100 : 0, 1));
        }
        assertReason(RatioMoments.NONE, Reason.EMPTY_ARM);
        assertReason(RatioMoments.of(1, 0).plus(RatioMoments.of(2, 0)), Reason.DENOMINATOR_ZERO);
        assertReason(two, Reason.TOO_FEW_UNITS);
        assertReason(same, Reason.ZERO_VARIANCE);
        assertReason(one, Reason.TOO_SKEWED);
    }

    private static void assertReason(RatioMoments arm, Reason reason) {
        Result<Interval> found = RatioInterval.of(arm, Alpha.FIVE_PERCENT);
        assertThat(found).isInstanceOfSatisfying(NotEstimable.class, none -> assertThat(none.reason())
                .isEqualTo(reason));
    }
}
