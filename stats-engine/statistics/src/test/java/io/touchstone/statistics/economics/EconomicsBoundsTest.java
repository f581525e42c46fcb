package io.touchstone.statistics.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.FiellerSet;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Ends of ranges, and sets of returns that are no interval. */
class EconomicsBoundsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessage(message);
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }

    @Test
    void joint_numbersThatAreNone_areRefusedByName() {
        refused("first: NaN (expected: finite)", () -> new JointDifference(Double.NaN, 1, 1, 1, 0));
        refused("second: Infinity (expected: finite)", () -> new JointDifference(1, INFINITY, 1, 1, 0));
        refused(
                "varianceFirst: Infinity (expected: finite, 0 or more)",
                () -> new JointDifference(1, 1, INFINITY, 1, 0));
        refused("varianceSecond: -1.0 (expected: finite, 0 or more)", () -> new JointDifference(1, 1, 1, -1, 0));
        refused("covariance: 2.0 (expected: finite, at most 1.0 in size)", () -> new JointDifference(1, 1, 1, 1, 2));
    }

    @Test
    void joint_ofTwoUnitsAnArm_isEnough_andOfOneIsNot() {
        JointMoments one = JointMoments.of(1, 2);
        JointMoments control = one.plus(JointMoments.of(3, 3));
        JointMoments treatment = JointMoments.of(5, 9).plus(JointMoments.of(9, 8));
        assertReason(JointDifference.of(one, treatment, 0, 1), Reason.TOO_FEW_UNITS);
        assertReason(JointDifference.of(control, one, 0, 1), Reason.TOO_FEW_UNITS);
        JointDifference joint = ((Estimated<JointDifference>) JointDifference.of(control, treatment, 0, 1)).value();
        // Variances 2 and 8 of the first, 1/2 and 1/2 of the second, covariances 1 and -2, each over two units.
        assertThat(joint).isEqualTo(new JointDifference(5, 6, 5, 0.5, -0.5));
    }

    @Test
    void netProfit_ofMarginAndCostThatMoveTogether_hasNoVariance() {
        Comparison together = IncrementalReturn.against(new JointDifference(3, 1, 0.3, 0.3, 0.3), 1, ALPHA);
        assertThat(together.difference()).isEqualTo(2);
        assertReason(together.test(), Reason.ZERO_VARIANCE);
        Comparison nearly = IncrementalReturn.against(new JointDifference(3, 1, 0.3, 0.3, 0.3 * (1 - 1e-16)), 1, ALPHA);
        assertReason(nearly.test(), Reason.ZERO_VARIANCE);
        Comparison apart = IncrementalReturn.against(new JointDifference(3, 1, 4, 1, 0.5), 2, ALPHA);
        assertThat(apart.test().found().orElseThrow().standardError()).isCloseTo(Math.sqrt(4 + 4 - 2), within(1e-14));
    }

    @Test
    void ratio_overCostThatMayBeNothing_isOutsideAGapOrTheWholeLine() {
        // Second difference 1 with standard error 1: g above 1. A clear first difference leaves a gap.
        RatioOfDifferences gap = ratio(new JointDifference(10, 1, 1, 1, 0.25));
        assertThat(gap.g()).isCloseTo(1.959963984540054 * 1.959963984540054, within(1e-12));
        assertThat(gap.set()).isInstanceOfSatisfying(FiellerSet.OutsideOf.class, set -> {
            assertOnTheBorder(set.gap(), new JointDifference(10, 1, 1, 1, 0.25));
        });
        assertThat(ratio(new JointDifference(0.1, 1, 1, 1, 0.25)).set()).isInstanceOf(FiellerSet.WholeLine.class);
    }

    @Test
    void ratio_ofNegativeReturn_solvesTheSameQuadratic() {
        JointDifference loss = new JointDifference(-3, 10, 1, 1, -0.5);
        assertThat(ratio(loss).set())
                .isInstanceOfSatisfying(FiellerSet.Bounded.class, set -> assertOnTheBorder(set.interval(), loss));
        assertThat(ratio(loss).estimate()).isEqualTo(-0.3);
    }

    @Test
    void ratio_withoutADifferenceBelow_hasAReason() {
        assertReason(RatioOfDifferences.of(new JointDifference(1, 0, 1, 1, 0), ALPHA), Reason.NO_DIFFERENCE_BELOW);
        assertReason(RatioOfDifferences.of(new JointDifference(0, 1e-200, 1, 1, 0), ALPHA), Reason.NO_DIFFERENCE_BELOW);
        assertReason(RatioOfDifferences.of(new JointDifference(1, 2, 0, 0, 0), ALPHA), Reason.ZERO_VARIANCE);
        assertThat(ratio(new JointDifference(0, 2, 1, 0, 0)).set())
                .isInstanceOfSatisfying(FiellerSet.Bounded.class, set -> {
                    assertThat(set.interval().high()).isCloseTo(1.959963984540054 / 2, within(1e-14));
                    assertThat(set.interval().low()).isCloseTo(-1.959963984540054 / 2, within(1e-14));
                });
    }

    private static RatioOfDifferences ratio(JointDifference joint) {
        return RatioOfDifferences.of(joint, ALPHA).found().orElseThrow();
    }

    /** At the ends of the set the test of first − r·second against 0 has exactly the level. */
    private static void assertOnTheBorder(Interval ends, JointDifference joint) {
        for (double r : new double[] {ends.low(), ends.high()}) {
            double variance = joint.varianceFirst() + r * r * joint.varianceSecond() - 2 * r * joint.covariance();
            assertThat(Math.abs(joint.first() - r * joint.second()) / Math.sqrt(variance))
                    .isCloseTo(1.959963984540054, within(1e-10));
        }
        assertThat(ends.low()).isLessThan(ends.high());
    }
}
