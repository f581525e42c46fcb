package io.touchstone.statistics.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Caps at the very value, and percentiles at the ends of their range. */
class CapBoundsTest {

    private static CapRule.Percentile percentile(double low, double high) {
        return new CapRule.Percentile(OptionalDouble.of(low), OptionalDouble.of(high), CapRule.Over.ALL_VALUES);
    }

    @Test
    void cap_movesNothingThatLiesOnIt() {
        Cap cap = new Cap(OptionalDouble.of(1), OptionalDouble.of(5));
        assertThat(cap.moves(1)).isFalse();
        assertThat(cap.moves(5)).isFalse();
        assertThat(cap.moves(0.9)).isTrue();
        assertThat(cap.moves(5.1)).isTrue();
        assertThat(cap.apply(0.5)).isEqualTo(1);
        assertThat(cap.apply(9)).isEqualTo(5);
        Cap point = new Cap(OptionalDouble.of(2), OptionalDouble.of(2));
        assertThat(point.apply(7)).isEqualTo(2);
    }

    @Test
    void cap_endsThatAreNone_areRefused() {
        assertThatThrownBy(() -> new Cap(OptionalDouble.of(Double.NaN), OptionalDouble.empty()))
                .hasMessage("lower: NaN (expected: finite)");
        assertThatThrownBy(() -> Cap.at(Double.POSITIVE_INFINITY)).hasMessage("upper: Infinity (expected: finite)");
        assertThatThrownBy(() -> new Cap(OptionalDouble.of(2), OptionalDouble.of(1)))
                .hasMessage("lower: 2.0 (expected: at most 1.0)");
    }

    @Test
    void percentiles_ends_areRefusedOrTaken() {
        double[] values = {4, 1, 3, 2};
        assertThat(percentile(0, 1).resolve(values)).isEqualTo(new Cap(OptionalDouble.of(1), OptionalDouble.of(4)));
        assertThat(percentile(0.5, 0.5).resolve(values))
                .isEqualTo(new Cap(OptionalDouble.of(2.5), OptionalDouble.of(2.5)));
        assertThatThrownBy(() -> percentile(0.6, 0.5))
                .hasMessage("percentiles: 0.6..0.5 (expected: within 0..1, the lower one first)");
        assertThatThrownBy(() -> percentile(-0.1, 0.5))
                .hasMessage("percentiles: -0.1..0.5 (expected: within 0..1, the lower one first)");
        assertThatThrownBy(() -> percentile(0.1, 1.1))
                .hasMessage("percentiles: 0.1..1.1 (expected: within 0..1, the lower one first)");
    }
}
