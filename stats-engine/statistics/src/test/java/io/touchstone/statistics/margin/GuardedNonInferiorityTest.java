package io.touchstone.statistics.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.rate.GuardedRatesTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GuardedNonInferiorityTest {
    private static final Alpha ALPHA = new Alpha(0.025);

    @Property(tries = 100)
    void rates_boundIsTheEndOfTheShownInterval(
            @ForAll @IntRange(min = 10, max = 80) int x,
            @ForAll @DoubleRange(min = 0, max = 0.05) double size,
            @ForAll Direction direction) {
        Proportion control = new Proportion(40, 1_000);
        Proportion treatment = new Proportion(x, 1_500);
        Interval shown = GuardedRatesTest.compare(control, treatment, Alpha.FIVE_PERCENT)
                .found()
                .flatMap(guarded -> guarded.comparison().test().found())
                .orElseThrow()
                .interval();
        GuardedNonInferiority found = GuardedNonInferiority.of(
                        control, treatment, new Margin.Absolute(size), direction, ALPHA)
                .found()
                .orElseThrow();
        boolean higher = direction == Direction.HIGHER_IS_BETTER;
        assertThat(found.bound()).isEqualTo(higher ? shown.low() : shown.high());
        assertThat(found.nonInferior()).isEqualTo(higher ? shown.low() > -size : shown.high() < size);
    }

    @Property(tries = 100)
    void means_ofMirroredDirection_giveTheMirroredBound(@ForAll @DoubleRange(min = -1, max = 1) double more) {
        // Symmetric values: nothing to correct, and the two directions differ in sign alone.
        SkewMoments control = new SkewMoments(Moments.ofVariance(400, 10, 4), 0);
        SkewMoments up = new SkewMoments(Moments.ofVariance(900, 10 + more, 4), 0);
        SkewMoments down = new SkewMoments(Moments.ofVariance(900, 10 - more, 4), 0);
        Margin margin = new Margin.Absolute(0.3);
        GuardedNonInferiority one = GuardedNonInferiority.of(control, up, margin, Direction.HIGHER_IS_BETTER, ALPHA)
                .found()
                .orElseThrow();
        GuardedNonInferiority other = GuardedNonInferiority.of(control, down, margin, Direction.LOWER_IS_BETTER, ALPHA)
                .found()
                .orElseThrow();
        assertThat(one.bound()).isCloseTo(-other.bound(), within(1e-9));
        assertThat(one.nonInferior()).isEqualTo(other.nonInferior());
    }

    @Test
    void means_skewedEvenArms_askForMoreThanTheShiftAlone() {
        // On a margin of a quarter the treatment's values are smaller, and so is their skewness: the bound moves down.
        SkewMoments control = new SkewMoments(Moments.ofVariance(200, 1, 1), 400);
        SkewMoments treatment = new SkewMoments(Moments.ofVariance(200, 0.95, 0.9), 340);
        double wide = bound(control, treatment, 0.25);
        double none = bound(control, treatment, 0);
        assertThat(wide).isLessThan(none - 1e-4);
    }

    private static double bound(SkewMoments control, SkewMoments treatment, double size) {
        return GuardedNonInferiority.of(
                        control, treatment, new Margin.Absolute(size), Direction.HIGHER_IS_BETTER, ALPHA)
                .found()
                .orElseThrow()
                .bound();
    }

    @Test
    void relativeMargin_ofANegativeMean_isRefused() {
        SkewMoments arm = new SkewMoments(Moments.ofVariance(200, -5, 1), 0);
        assertThat(GuardedNonInferiority.of(arm, arm, new Margin.Relative(0.1), Direction.HIGHER_IS_BETTER, ALPHA))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.MEAN_NOT_POSITIVE));
    }

    @Test
    void alpha_ofHalf_isRefused() {
        Proportion arm = new Proportion(40, 1_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuardedNonInferiority.of(
                        arm, arm, new Margin.Absolute(0.1), Direction.HIGHER_IS_BETTER, new Alpha(0.5)))
                .withMessage("alpha: 0.5 (expected: below 0.5)");
    }
}
