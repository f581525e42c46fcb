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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NonInferiorityMarginTest {
    private static final Alpha ALPHA = new Alpha(0.025);

    @Property
    void verdict_agreesWithTheBound(
            @ForAll @DoubleRange(min = -1, max = 1) double difference,
            @ForAll @DoubleRange(min = 0, max = 1) double size,
            @ForAll Direction direction) {
        PairEstimate pair = PairEstimate.independent(new MeanEstimate(5, 0.02), new MeanEstimate(5 + difference, 0.01));
        NonInferiority test = NonInferiorityTest.of(pair, new Margin.Absolute(size), direction, ALPHA)
                .found()
                .orElseThrow();
        boolean inside = direction == Direction.HIGHER_IS_BETTER ? test.bound() > -size : test.bound() < size;
        assertThat(test.nonInferior()).isEqualTo(inside);
        double sign = direction.better().sign();
        assertThat(test.bound())
                .isCloseTo(pair.difference() - sign * 1.959963984540054 * Math.sqrt(0.03), within(1e-12));
    }

    @Property
    void relativeMargin_turnedRound_isTheSameTest(@ForAll @DoubleRange(min = 0, max = 0.5) double share) {
        PairEstimate pair = PairEstimate.independent(new MeanEstimate(4, 0.02), new MeanEstimate(4.1, 0.01));
        NonInferiority lower = NonInferiorityTest.of(pair, new Margin.Relative(share), Direction.LOWER_IS_BETTER, ALPHA)
                .found()
                .orElseThrow();
        double error = Math.sqrt(0.01 + (1 + share) * (1 + share) * 0.02);
        assertThat(lower.statistic()).isCloseTo(((1 + share) * 4 - 4.1) / error, within(1e-12));
        assertThat(lower.nonInferior()).isEqualTo(lower.bound() < 0);
    }

    @Property(tries = 60)
    void farringtonManning_usesTheLikeliestRatesOnTheMargin(
            @ForAll @IntRange(min = 1, max = 49) int xc,
            @ForAll @IntRange(min = 1, max = 79) int xt,
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double size,
            @ForAll Direction direction,
            @ForAll boolean relative) {
        Proportion control = new Proportion(xc, 50);
        Proportion treatment = new Proportion(xt, 80);
        Margin margin = relative ? new Margin.Relative(size) : new Margin.Absolute(size);
        double sign = direction.better().sign();
        double factor = relative ? 1 - sign * size : 1;
        double gap = relative ? 0 : -sign * size;
        double rate = likeliestControl(control, treatment, factor, gap);
        double other = factor * rate + gap;
        double variance = other * (1 - other) / 80 + factor * factor * rate * (1 - rate) / 50;
        double z = sign * (xt / 80.0 - factor * xc / 50.0 - gap) / Math.sqrt(variance);
        double p = FarringtonManning.p(control, treatment, margin, direction)
                .found()
                .orElseThrow();
        assertThat(p).isCloseTo(io.touchstone.statistics.Normal.upperTail(z), within(2e-6));
    }

    /** By golden-section search over the likelihood, which is concave. */
    private static double likeliestControl(Proportion control, Proportion treatment, double factor, double gap) {
        double low = Math.max(0, -gap / factor);
        double high = Math.min(1, (1 - gap) / factor);
        double ratio = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < 200; i++) {
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            if (likelihood(control, left) + likelihood(treatment, factor * left + gap)
                    > likelihood(control, right) + likelihood(treatment, factor * right + gap)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }

    private static double likelihood(Proportion arm, double rate) {
        return arm.successes() * Math.log(rate) + arm.failures() * Math.log1p(-rate);
    }

    @Test
    void margin_ofBadInput_isRefused() {
        assertThatThrownBy(() -> new Margin.Absolute(-0.1)).hasMessage("margin: -0.1 (expected: finite, 0 or more)");
        assertThatThrownBy(() -> new Margin.Relative(1)).hasMessage("margin: 1.0 (expected: 0 or more and below 1)");
        assertThatThrownBy(() -> FarringtonManning.p(
                        new Proportion(1, 9), new Proportion(1, 9), new Margin.Absolute(1), Direction.LOWER_IS_BETTER))
                .hasMessageStartingWith("margin: 1.0 (expected:");
        MeanEstimate zero = new MeanEstimate(0, 1);
        MeanEstimate constant = new MeanEstimate(3, 0);
        assertReason(test(zero, zero, new Margin.Relative(0.1)), Reason.MEAN_NOT_POSITIVE);
        assertReason(test(constant, constant, new Margin.Absolute(0.1)), Reason.ZERO_VARIANCE);
        assertReason(
                FarringtonManning.p(
                        Proportion.NONE, Proportion.NONE, new Margin.Absolute(0.1), Direction.LOWER_IS_BETTER),
                Reason.EMPTY_ARM);
    }

    private static Result<NonInferiority> test(MeanEstimate control, MeanEstimate treatment, Margin margin) {
        return NonInferiorityTest.of(
                PairEstimate.independent(control, treatment), margin, Direction.HIGHER_IS_BETTER, ALPHA);
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }
}
