package io.touchstone.statistics.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.rate.GuardedRateLift;
import io.touchstone.statistics.skew.GuardedMeanLift;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bound of a relative margin is the end of the shown lift; that of an absolute one scales with the margin. */
class GuardedMarginBoundsTest {

    private static final Alpha ALPHA = new Alpha(0.025);

    @ParameterizedTest
    @EnumSource(Direction.class)
    void relativeMargin_ofRates_isTheEndOfTheShownLift(Direction direction) {
        Proportion control = new Proportion(400, 10_000);
        Proportion treatment = new Proportion(390, 10_000);
        Interval lift = GuardedRateLift.of(control, treatment, Alpha.FIVE_PERCENT)
                .found()
                .flatMap(found -> found.interval().found())
                .orElseThrow();
        boolean higher = direction == Direction.HIGHER_IS_BETTER;
        double end = higher ? lift.low() : lift.high();
        for (double share : new double[] {Math.abs(end) - 1e-6, Math.abs(end) + 1e-6}) {
            GuardedNonInferiority found = GuardedNonInferiority.of(
                            control, treatment, new Margin.Relative(share), direction, ALPHA)
                    .found()
                    .orElseThrow();
            assertThat(found.bound()).isEqualTo(end);
            assertThat(found.nonInferior()).isEqualTo(share > Math.abs(end));
        }
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void relativeMargin_ofMeans_isTheEndOfTheShownLift(Direction direction) {
        SkewMoments control = new SkewMoments(Moments.ofVariance(500, 10, 4), 100);
        SkewMoments treatment = new SkewMoments(Moments.ofVariance(500, 10.1, 4), 100);
        Interval lift = GuardedMeanLift.of(control, treatment, Alpha.FIVE_PERCENT)
                .found()
                .flatMap(found -> found.interval().found())
                .orElseThrow();
        GuardedNonInferiority found = GuardedNonInferiority.of(
                        control, treatment, new Margin.Relative(0.02), direction, ALPHA)
                .found()
                .orElseThrow();
        assertThat(found.bound()).isEqualTo(direction == Direction.HIGHER_IS_BETTER ? lift.low() : lift.high());
        assertThat(found.nonInferior()).isEqualTo(direction == Direction.HIGHER_IS_BETTER);
    }

    @Test
    void absoluteMargin_beyondTheControlMean_hasNoScaleToTest() {
        // A harm of more than the mean itself cannot be a factor: only the shift is left, and the skewness adds
        // nothing.
        SkewMoments control = new SkewMoments(Moments.ofVariance(200, 1, 1), 400);
        double atMean = bound(control, 1);
        assertThat(bound(control, 1.5)).isCloseTo(atMean, within(1e-15));
        assertThat(bound(control, 0.5)).isLessThan(atMean);
        SkewMoments negative = new SkewMoments(Moments.ofVariance(200, -1, 1), 400);
        assertThat(bound(negative, 0.5)).isCloseTo(bound(negative, 0.9), within(1e-15));
    }

    private static double bound(SkewMoments arm, double size) {
        return GuardedNonInferiority.of(arm, arm, new Margin.Absolute(size), Direction.HIGHER_IS_BETTER, ALPHA)
                .found()
                .orElseThrow()
                .bound();
    }
}
