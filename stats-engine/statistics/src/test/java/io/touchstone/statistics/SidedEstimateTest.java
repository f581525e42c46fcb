package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SidedEstimateTest {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    @Test
    void wilsonLimits_joined_areNewcombesInterval() {
        Proportion control = new Proportion(7, 90);
        Proportion treatment = new Proportion(15, 110);
        DifferenceTest test = SidedEstimate.test(wilson(control), wilson(treatment), OptionalDouble.empty(), ALPHA)
                .found()
                .orElseThrow();
        Interval newcombe =
                NewcombeInterval.of(control, treatment, ALPHA).found().orElseThrow();
        assertThat(test.interval().low()).isCloseTo(newcombe.low(), within(1e-14));
        assertThat(test.interval().high()).isCloseTo(newcombe.high(), within(1e-14));
    }

    private static SidedEstimate wilson(Proportion proportion) {
        Interval interval = WilsonInterval.of(proportion, ALPHA).found().orElseThrow();
        return SidedEstimate.of(proportion.rate().orElseThrow(), interval, ALPHA.z());
    }

    @Test
    void evenSides_areTheLargeSampleTest() {
        DifferenceTest test = SidedEstimate.test(
                        new SidedEstimate(10, 3, 3), new SidedEstimate(18, 4, 4), OptionalDouble.empty(), ALPHA)
                .found()
                .orElseThrow();
        DifferenceTest plain = LargeSampleTest.test(8, 25, ALPHA).found().orElseThrow();
        assertThat(test.statistic()).isCloseTo(plain.statistic(), within(1e-14));
        assertThat(test.p()).isCloseTo(plain.p(), within(1e-14));
        assertThat(test.interval().low()).isCloseTo(plain.interval().low(), within(1e-13));
        assertThat(test.interval().high()).isCloseTo(plain.interval().high(), within(1e-13));
    }

    @Property(tries = 300)
    void p_isAtMostAlphaExactlyWhereTheIntervalLeavesZeroOut(
            @ForAll @DoubleRange(min = -9, max = 9) double difference,
            @ForAll @DoubleRange(min = 0.1, max = 3) double below,
            @ForAll @DoubleRange(min = 0.1, max = 3) double above) {
        SidedEstimate control = new SidedEstimate(1, above, below);
        SidedEstimate treatment = new SidedEstimate(1 + difference, below, 2 * above);
        DifferenceTest test = SidedEstimate.test(control, treatment, OptionalDouble.of(30), ALPHA)
                .found()
                .orElseThrow();
        boolean apart = test.interval().low() > 0 || test.interval().high() < 0;
        assertThat(test.p() <= 0.05).isEqualTo(apart);
        DifferenceTest swapped = SidedEstimate.test(treatment, control, OptionalDouble.of(30), ALPHA)
                .found()
                .orElseThrow();
        assertThat(swapped.statistic()).isCloseTo(-test.statistic(), within(1e-12));
        assertThat(swapped.interval().low()).isCloseTo(-test.interval().high(), within(1e-12));
    }

    @Test
    void noErrorToASide_isNoTest() {
        SidedEstimate one = new SidedEstimate(1, 0, 2);
        SidedEstimate other = new SidedEstimate(5, 2, 0);
        assertThat(SidedEstimate.test(one, other, OptionalDouble.empty(), ALPHA))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.ZERO_VARIANCE));
        assertThatThrownBy(() -> new SidedEstimate(1, -1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("errorBelow: -1.0 (expected: finite, 0 or more)");
    }
}
