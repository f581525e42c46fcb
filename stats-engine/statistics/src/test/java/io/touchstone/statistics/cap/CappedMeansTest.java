package io.touchstone.statistics.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CappedMeansTest {
    private static final double[] CONTROL = {0, 0, 0, 5, 7, 9, 4};
    private static final double[] TREATMENT = {0, 6, 8, 3, 1_000_000};

    @Test
    void cap_atANumber_movesValuesInBothArms() {
        CappedMeans means = CappedMeans.of(CONTROL, TREATMENT, new CapRule.Fixed(Cap.at(8)));
        assertThat(means.capped()).isEqualTo(2);
        assertThat(means.treatment().mean()).isCloseTo(5, within(1e-14));
        assertThat(means.notApplied()).isFalse();
    }

    @Test
    void percentile_atTheSmallestValue_isNotApplied() {
        CapRule rule = new CapRule.Percentile(OptionalDouble.empty(), OptionalDouble.of(0.1), CapRule.Over.ALL_VALUES);
        CappedMeans means = CappedMeans.of(CONTROL, TREATMENT, rule);
        assertThat(means.notApplied()).isTrue();
        assertThat(means.capped()).isZero();
        assertThat(means.cap()).isEqualTo(Cap.NONE);
    }

    @Test
    void percentile_overNonZeroValues_interpolates() {
        CapRule rule =
                new CapRule.Percentile(OptionalDouble.of(0), OptionalDouble.of(0.5), CapRule.Over.NON_ZERO_VALUES);
        Cap cap = rule.resolve(new double[] {0, 0, 0, 4, 1, 2, 8});
        assertThat(cap.upper()).hasValue(3);
        assertThat(cap.lower()).hasValue(1);
        assertThat(rule.resolve(new double[] {0, 0})).isEqualTo(Cap.NONE);
    }

    @Test
    void cap_ofBadInput_isRefused() {
        assertThatThrownBy(() -> Cap.at(Double.NaN)).hasMessage("upper: NaN (expected: finite)");
        assertThatThrownBy(() -> new Cap(OptionalDouble.of(2), OptionalDouble.of(1)))
                .hasMessage("lower: 2.0 (expected: at most 1.0)");
        assertThatThrownBy(() ->
                        new CapRule.Percentile(OptionalDouble.empty(), OptionalDouble.of(1.5), CapRule.Over.ALL_VALUES))
                .hasMessageStartingWith("percentiles: 0.0..1.5 (expected:");
        assertThatThrownBy(() -> CappedMeans.of(new double[] {Double.NaN}, TREATMENT, new CapRule.Fixed(Cap.NONE)))
                .hasMessage("value: NaN (expected: finite)");
    }
}
