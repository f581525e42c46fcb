package io.touchstone.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.TwoProportionTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class GuardedRatesComparisonTest {
    private static final Alpha ALPHA = new Alpha(0.05);

    @Test
    void compare_evenArms_isTheUnpooledTest() {
        Proportion control = new Proportion(100, 1_000);
        Proportion treatment = new Proportion(130, 1_000);
        GuardedRates guarded = guarded(control, treatment, ALPHA);
        assertThat(guarded.method()).isEqualTo(RatesMethod.UNPOOLED);
        assertThat(guarded.comparison())
                .isEqualTo(TwoProportionTest.compare(control, treatment, ALPHA)
                        .found()
                        .orElseThrow());
    }

    @Test
    void compare_unevenArms_isTheScoreTest() {
        Proportion control = new Proportion(25, 500);
        Proportion treatment = new Proportion(700, 9_500);
        GuardedRates guarded = guarded(control, treatment, ALPHA);
        assertThat(guarded.method()).isEqualTo(RatesMethod.SKEW_SCORE);
        assertThat(guarded.kappa().orElseThrow()).isCloseTo(-0.165, within(0.001));
        // Less skewed to the control's side than the symmetric interval around +2.37 points.
        DifferenceTest wald = TwoProportionTest.compare(control, treatment, ALPHA)
                .found()
                .flatMap(found -> found.test().found())
                .orElseThrow();
        assertThat(test(guarded).interval().low()).isLessThan(wald.interval().low());
        assertThat(test(guarded).interval().high()).isLessThan(wald.interval().high());
    }

    @Test
    void compare_fewEvents_isTheScoreTest() {
        assertThat(guarded(new Proportion(9, 1_000), new Proportion(14, 1_000), ALPHA)
                        .method())
                .isEqualTo(RatesMethod.SKEW_SCORE);
        assertThat(guarded(new Proportion(991, 1_000), new Proportion(985, 1_000), ALPHA)
                        .method())
                .isEqualTo(RatesMethod.SKEW_SCORE);
    }

    @Test
    void compare_hardlyAnEventInASmallArm_saysWhatWouldDo() {
        GuardedRates guarded = guarded(new Proportion(4, 80), new Proportion(31, 4_000), ALPHA);
        assertThat(guarded.method()).isEqualTo(RatesMethod.NONE);
        assertThat(guarded.comparison().test())
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.text())
                        .contains("control and")
                        .contains("treatment units"));
    }

    @Test
    void compare_largeEffect_isStillOne() {
        DifferenceTest test = test(guarded(new Proportion(60, 3_000), new Proportion(120_000, 150_000), ALPHA));
        assertThat(test.statistic()).isGreaterThan(10);
        assertThat(test.interval().low()).isGreaterThan(0.7);
    }

    @Test
    void compare_noDifference_hasPOfOne() {
        assertThat(test(guarded(new Proportion(5, 100), new Proportion(5, 100), ALPHA))
                        .p())
                .isEqualTo(1);
    }

    @Property
    void p_agreesWithTheInterval(
            @ForAll @IntRange(min = 1, max = 60) int x,
            @ForAll @IntRange(min = 1, max = 60) int y,
            @ForAll @DoubleRange(min = 0.001, max = 0.5) @Scale(4) double level) {
        Alpha alpha = new Alpha(level);
        GuardedRates guarded = guarded(new Proportion(x, 100), new Proportion(y, 1_900), alpha);
        if (guarded.method() == RatesMethod.NONE) {
            return;
        }
        DifferenceTest test = test(guarded);
        boolean leavesOut = test.interval().low() > 0 || test.interval().high() < 0;
        if (Math.abs(test.p() - level) > 1e-9) {
            assertThat(leavesOut).isEqualTo(test.p() < level);
        }
    }

    @Property
    void swappedArms_giveTheMirroredAnswer(
            @ForAll @IntRange(min = 1, max = 40) int x, @ForAll @IntRange(min = 1, max = 40) int y) {
        Proportion one = new Proportion(x, 80);
        Proportion other = new Proportion(y, 4_000);
        assertThat(guarded(other, one, ALPHA).method())
                .isEqualTo(guarded(one, other, ALPHA).method());
        if (guarded(one, other, ALPHA).method() == RatesMethod.NONE) {
            return;
        }
        DifferenceTest there = test(guarded(one, other, ALPHA));
        DifferenceTest back = test(guarded(other, one, ALPHA));
        assertThat(back.p()).isCloseTo(there.p(), within(1e-12));
        assertThat(back.statistic()).isCloseTo(-there.statistic(), within(1e-9));
        assertThat(back.interval().low()).isCloseTo(-there.interval().high(), within(1e-12));
    }

    private static GuardedRates guarded(Proportion control, Proportion treatment, Alpha alpha) {
        return GuardedRatesTest.compare(control, treatment, alpha).found().orElseThrow();
    }

    private static DifferenceTest test(GuardedRates guarded) {
        return guarded.comparison().test().found().orElseThrow();
    }
}
