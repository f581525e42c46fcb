package io.touchstone.statistics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Corrections at the very ends of what they take. */
class MultiplicityBoundsTest {

    @Test
    void weights_ends_areRefusedOrTaken() {
        List<OptionalDouble> one = List.of(OptionalDouble.of(0.3));
        assertThat(AdjustedP.weightedBonferroni(one, List.of(1.0))).containsExactly(OptionalDouble.of(0.3));
        assertThatThrownBy(() -> AdjustedP.weightedBonferroni(one, List.of(1.1)))
                .hasMessage("weight: 1.1 (expected: above 0, at most 1)");
        assertThatThrownBy(() -> AdjustedP.weightedBonferroni(one, List.of(Double.NaN)))
                .hasMessage("weight: NaN (expected: above 0, at most 1)");
        assertThatThrownBy(() -> AdjustedP.adjust(Correction.HOLM, List.of(OptionalDouble.of(-0.1))))
                .hasMessage("p: -0.1 (expected: 0 to 1)");
    }

    @Test
    void eValues_levelsAndAllRejected() {
        assertThatThrownBy(() -> EBenjaminiHochberg.rejected(List.of(), 1))
                .hasMessage("alpha: 1.0 (expected: above 0 and below 1)");
        // Both pass 2/(0.5·2) = 2 together, though the smaller one is exactly that.
        assertThat(EBenjaminiHochberg.rejected(List.of(Math.log(2), Math.log(3)), 0.5))
                .containsExactly(true, true);
        // The smallest of all is not enough: 1 is below 2.
        assertThat(EBenjaminiHochberg.rejected(List.of(0.0, Math.log(5)), 0.5)).containsExactly(false, true);
    }

    @Test
    void power_ends_areRefused() {
        assertThatThrownBy(() -> MetricPower.each(0, 1, MetricPower.Success.DECLARED))
                .hasMessage("power: 0.0 (expected: above 0 and below 1)");
        assertThatThrownBy(() -> MetricPower.each(0.8, -1, MetricPower.Success.DECLARED))
                .hasMessage("guardrails: -1 (expected: at least one metric)");
    }
}
