package io.touchstone.statistics.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import org.junit.jupiter.api.Test;

/** Margins of nothing, of correlated arms, and of rates without variance. */
class MarginBoundsTest {

    private static final Alpha ALPHA = new Alpha(0.025);

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }

    @Test
    void margin_ends_areRefusedOrTaken() {
        assertThat(new Margin.Absolute(0).size()).isZero();
        assertThat(new Margin.Relative(0).share()).isZero();
        assertThatThrownBy(() -> new Margin.Absolute(Double.POSITIVE_INFINITY))
                .hasMessage("margin: Infinity (expected: finite, 0 or more)");
        assertThatThrownBy(() -> new Margin.Relative(-0.1))
                .hasMessage("margin: -0.1 (expected: 0 or more and below 1)");
    }

    @Test
    void relativeMargin_ofCorrelatedArms_losesTwiceTheScaledCovariance() {
        PairEstimate pair = new PairEstimate(new MeanEstimate(4, 0.04), new MeanEstimate(4.1, 0.09), 0.03);
        NonInferiority test = NonInferiorityTest.of(pair, new Margin.Relative(0.2), Direction.HIGHER_IS_BETTER, ALPHA)
                .found()
                .orElseThrow();
        assertThat(test.contrast()).isCloseTo(4.1 - 0.8 * 4, within(1e-14));
        assertThat(test.standardError()).isCloseTo(Math.sqrt(0.09 + 0.64 * 0.04 - 1.6 * 0.03), within(1e-15));
    }

    @Test
    void relativeMargin_ofArmsThatMoveTogether_hasNoStandardError() {
        // V_t = f²V_c and their covariance f·V_c, short of it by rounding only.
        PairEstimate pair = new PairEstimate(new MeanEstimate(4, 0.3), new MeanEstimate(4, 0.192), 0.24 * (1 - 1e-16));
        assertReason(
                NonInferiorityTest.of(pair, new Margin.Relative(0.2), Direction.HIGHER_IS_BETTER, ALPHA),
                Reason.ZERO_VARIANCE);
    }

    @Test
    void rates_withoutUnitsInEitherArm_orWithoutVarianceOnTheMargin_haveAReason() {
        Proportion none = new Proportion(0, 10);
        Margin nothing = new Margin.Relative(0);
        Direction higher = Direction.HIGHER_IS_BETTER;
        assertReason(FarringtonManning.p(Proportion.NONE, none, nothing, higher), Reason.EMPTY_ARM);
        assertReason(FarringtonManning.p(none, Proportion.NONE, nothing, higher), Reason.EMPTY_ARM);
        assertReason(FarringtonManning.p(none, none, nothing, higher), Reason.ZERO_VARIANCE);
    }
}
