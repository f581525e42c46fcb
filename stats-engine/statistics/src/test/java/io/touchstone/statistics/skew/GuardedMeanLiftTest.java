package io.touchstone.statistics.skew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.FiellerSet;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.SkewMoments;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GuardedMeanLiftTest {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    private static SkewMoments arm(long n, double mean, double variance, double skewness) {
        return new SkewMoments(Moments.ofVariance(n, mean, variance), skewness * n * Math.pow(variance, 1.5));
    }

    @Property
    void lift_leavesOutZero_whereTheDifferenceDoes(
            @ForAll @DoubleRange(min = 8, max = 12) double mean,
            @ForAll @DoubleRange(min = -2, max = 2) double skewness) {
        SkewMoments control = arm(400, 10, 30, skewness);
        SkewMoments treatment = arm(2_000, mean, 40, skewness);
        Interval difference = GuardedMeansTest.compare(control, treatment, ALPHA)
                .found()
                .flatMap(guarded -> guarded.comparison().test().found())
                .map(DifferenceTest::interval)
                .orElseThrow();
        Interval lift = GuardedMeanLift.of(control, treatment, ALPHA)
                .found()
                .flatMap(found -> found.interval().found())
                .orElseThrow();
        assertThat(lift.low() > 0).isEqualTo(difference.low() > 0);
        assertThat(lift.high() < 0).isEqualTo(difference.high() < 0);
    }

    @Test
    void lift_arms_ofNegativeMeans_isThatOfTheMirroredOnes() {
        SkewMoments control = arm(400, 10, 30, 1.5);
        SkewMoments treatment = arm(2_000, 11, 40, 1.5);
        Interval plain = interval(control, treatment);
        Interval mirrored = interval(arm(400, -10, 30, -1.5), arm(2_000, -11, 40, -1.5));
        assertThat(mirrored.low()).isCloseTo(plain.low(), within(1e-12));
        assertThat(mirrored.high()).isCloseTo(plain.high(), within(1e-12));
    }

    private static Interval interval(SkewMoments control, SkewMoments treatment) {
        return GuardedMeanLift.of(control, treatment, ALPHA)
                .found()
                .flatMap(found -> found.interval().found())
                .orElseThrow();
    }

    @Test
    void lift_controlWithinItsNoiseOfZero_isUnbounded() {
        Lift lift = GuardedMeanLift.of(arm(400, 0.1, 30, 0), arm(400, 2, 30, 0), ALPHA)
                .found()
                .orElseThrow();
        assertThat(lift.g()).isGreaterThan(1);
        assertThat(lift.set().found().orElseThrow()).isInstanceOf(FiellerSet.OutsideOf.class);
    }

    @Test
    void lift_tooSkewedDifference_isRefusedForTheSameReason() {
        assertThat(GuardedMeanLift.of(arm(100, 1, 9, 8), arm(9_000, 1, 9, 8), ALPHA))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.TOO_SKEWED));
    }

    @Property
    void contrast_ofTwoCells_isTheGuardedTestOfMeans(@ForAll @DoubleRange(min = -2, max = 2) double skewness) {
        SkewMoments control = arm(300, 10, 30, skewness);
        SkewMoments treatment = arm(900, 10.7, 40, skewness);
        Comparison contrast = GuardedContrastTest.of(List.of(treatment), List.of(control), ALPHA)
                .found()
                .orElseThrow();
        DifferenceTest found = contrast.test().found().orElseThrow();
        DifferenceTest means = GuardedMeansTest.compare(control, treatment, ALPHA)
                .found()
                .flatMap(guarded -> guarded.comparison().test().found())
                .orElseThrow();
        assertThat(found.interval().low()).isCloseTo(means.interval().low(), within(1e-9));
        assertThat(found.interval().high()).isCloseTo(means.interval().high(), within(1e-9));
        assertThat(found.p()).isCloseTo(means.p(), within(1e-9));
    }

    @Test
    void contrast_cellOfTwoUnits_isRefused() {
        SkewMoments cell = arm(50, 1, 2, 0);
        SkewMoments two = new SkewMoments(Moments.ofVariance(2, 1, 2), 0);
        assertThat(GuardedContrastTest.of(List.of(cell, two), List.of(cell, cell), ALPHA))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.TOO_FEW_UNITS));
    }

    @Test
    void pooledKappa_equalArmsOfScaledValues_isSkewedTowardsTheLarger() {
        SkewMoments arm = arm(200, 1, 1, 2);
        assertThat(SkewGuard.pooledKappa(arm, arm, 1).found().orElseThrow()).isZero();
        double half = SkewGuard.pooledKappa(arm, arm, 0.5).found().orElseThrow();
        double skewness = 2 * 200.0 * 200 / 199 / 198 * Math.pow(1, 1.5);
        assertThat(half).isCloseTo(skewness * (0.125 - 1) / Math.sqrt(200) / Math.pow(1.25, 1.5), within(1e-3));
    }
}
