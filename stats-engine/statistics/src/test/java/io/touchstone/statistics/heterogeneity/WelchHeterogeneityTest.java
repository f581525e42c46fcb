package io.touchstone.statistics.heterogeneity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.WelchTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class WelchHeterogeneityTest {
    @Test
    void p_twoSegments_isWelchsTest() {
        Moments one = Moments.ofVariance(8, 3, 2);
        Moments other = Moments.ofVariance(15, 4.5, 6);
        DifferenceTest welch = WelchTest.compare(one, other, Alpha.FIVE_PERCENT)
                .found()
                .flatMap(found -> found.test().found())
                .orElseThrow();
        List<SegmentEffect> effects = List.of(
                new SegmentEffect("one", 3, Math.sqrt(2.0 / 8)), new SegmentEffect("other", 4.5, Math.sqrt(6.0 / 15)));
        assertThat(WelchHeterogeneity.p(effects, List.of(7.0, 14.0)).found().orElseThrow())
                .isCloseTo(welch.p(), within(1e-10));
    }

    @Test
    void p_errorsAsGoodAsKnown_isCochransQ() {
        List<SegmentEffect> effects = List.of(
                new SegmentEffect("a", 1, 0.5), new SegmentEffect("b", 2, 0.7), new SegmentEffect("c", -0.5, 0.4));
        double q = HeterogeneityTest.of(effects, Alpha.FIVE_PERCENT)
                .found()
                .orElseThrow()
                .p();
        assertThat(WelchHeterogeneity.p(effects, List.of(1e7, 1e7, 1e7)).found().orElseThrow())
                .isCloseTo(q, within(1e-6));
        assertThat(WelchHeterogeneity.p(effects, List.of(10.0, 10.0, 10.0))
                        .found()
                        .orElseThrow())
                .isGreaterThan(q);
    }

    @Test
    void p_ofOneSegmentOrOtherCounts_isRefused() {
        List<SegmentEffect> one = List.of(new SegmentEffect("a", 1, 0.5));
        assertThat(WelchHeterogeneity.p(one, List.of(3.0)))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.SINGLE_SEGMENT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WelchHeterogeneity.p(one, List.of()))
                .withMessage("degreesOfFreedom: 0 of them (expected: 1, one for each segment)");
    }
}
