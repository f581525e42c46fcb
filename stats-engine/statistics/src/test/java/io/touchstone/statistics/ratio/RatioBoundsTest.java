package io.touchstone.statistics.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import org.junit.jupiter.api.Test;

/** Fewest units, and denominators at the edge of the range of doubles. */
class RatioBoundsTest {

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }

    @Test
    void ratio_fewestUnitsAndComponents() {
        JointMoments one = JointMoments.of(3, 2);
        JointMoments two = one.plus(JointMoments.of(5, 2));
        assertThat(RatioOfSums.of(two).found().orElseThrow().mean()).isEqualTo(2);
        assertReason(RatioOfSums.of(one), Reason.TOO_FEW_UNITS);
        assertReason(RatioOfSums.of(JointMoments.none(2), two), Reason.EMPTY_ARM);
        assertReason(RatioOfSums.of(two, JointMoments.none(2)), Reason.EMPTY_ARM);
        assertReason(RatioOfSums.of(one, two), Reason.TOO_FEW_UNITS);
        assertReason(RatioOfSums.of(two, one), Reason.TOO_FEW_UNITS);
        assertThatThrownBy(() -> RatioOfSums.of(JointMoments.of(1))).hasMessage("dimension: 1 (expected: 2 or more)");
    }

    @Test
    void ratio_overAMinuteDenominator_hasAReasonAndNoInfinity() {
        JointMoments zero = JointMoments.of(1, 0).plus(JointMoments.of(3, 0));
        assertReason(RatioOfSums.of(zero), Reason.DENOMINATOR_ZERO);
        assertReason(RatioOfSums.of(JointMoments.of(0, 0).plus(JointMoments.of(0, 0))), Reason.DENOMINATOR_ZERO);
        JointMoments minute = JointMoments.of(-1, 1e-155).plus(JointMoments.of(1, 1e-155));
        assertReason(RatioOfSums.of(minute), Reason.DENOMINATOR_ZERO);
        JointMoments beyond = JointMoments.of(1e200, 1e-200).plus(JointMoments.of(1e200, 1e-200));
        assertReason(RatioOfSums.of(beyond), Reason.DENOMINATOR_ZERO);
        assertThatThrownBy(() -> new MeanOfRatios(Moments.NONE, -1)).hasMessage("without: -1 (expected: 0 or more)");
    }
}
