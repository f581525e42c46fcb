package io.touchstone.statistics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultiplicityTest {

    private static final List<OptionalDouble> TABLE = optional(
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1);

    private static List<OptionalDouble> optional(double... values) {
        return Arrays.stream(values).mapToObj(OptionalDouble::of).toList();
    }

    private static double[] adjusted(Correction correction, List<OptionalDouble> pValues) {
        return AdjustedP.adjust(correction, pValues).stream()
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
    }

    @Test
    void tableOf1995_agrees() {
        double[] bh = adjusted(Correction.BENJAMINI_HOCHBERG, TABLE);
        assertThat(Arrays.copyOf(bh, 10))
                .containsExactly(
                        new double[] {.0015, .003, .0095, .035625, .0603, .0638571, .0638571, .0645, .0765, .486},
                        within(1e-7));
        assertThat(Arrays.stream(bh).filter(p -> p <= 0.05).count()).isEqualTo(4);
        double[] holm = adjusted(Correction.HOLM, TABLE);
        assertThat(Arrays.copyOf(holm, 4)).containsExactly(new double[] {.0015, .0056, .0247, .114}, within(1e-12));
        assertThat(Arrays.stream(holm).filter(p -> p <= 0.05).count()).isEqualTo(3);
    }

    @Property
    void corrections_keepTheirOrderOfStrictness(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1) @Scale(6) Double> values) {
        List<OptionalDouble> pValues = values.stream().map(OptionalDouble::of).toList();
        double[] bonferroni = adjusted(Correction.BONFERRONI, pValues);
        double[] holm = adjusted(Correction.HOLM, pValues);
        double[] bh = adjusted(Correction.BENJAMINI_HOCHBERG, pValues);
        double[] by = adjusted(Correction.BENJAMINI_YEKUTIELI, pValues);
        for (int i = 0; i < values.size(); i++) {
            assertThat(holm[i]).isBetween(values.get(i), bonferroni[i]);
            assertThat(bh[i]).isBetween(values.get(i) - 1e-15, holm[i] + 1e-15);
            assertThat(by[i]).isBetween(bh[i], 1.0);
        }
        List<OptionalDouble> backwards = new ArrayList<>(pValues);
        Collections.reverse(backwards);
        double[] reversed = adjusted(Correction.HOLM, backwards);
        for (int i = 0; i < values.size(); i++) {
            assertThat(reversed[values.size() - 1 - i]).isEqualTo(holm[i]);
        }
    }

    @Test
    void weights_share_alpha() {
        List<OptionalDouble> pValues = List.of(OptionalDouble.of(0.03), OptionalDouble.empty(), OptionalDouble.of(0.5));
        assertThat(AdjustedP.weightedBonferroni(pValues, List.of(0.75, 0.15, 0.1)))
                .containsExactly(OptionalDouble.of(0.03 / 0.75), OptionalDouble.empty(), OptionalDouble.of(1));
        assertThatThrownBy(() -> AdjustedP.weightedBonferroni(pValues, List.of(0.75, 0.2, 0.1)))
                .hasMessageContaining("weights");
        assertThatThrownBy(() -> AdjustedP.weightedBonferroni(pValues, List.of(1.0, 0.0, 0.0)))
                .hasMessageContaining("weight: 0.0");
        assertThatThrownBy(() -> AdjustedP.weightedBonferroni(pValues, List.of(1.0)))
                .hasMessageContaining("weights: 1");
        assertThatThrownBy(() -> AdjustedP.adjust(Correction.HOLM, optional(1.1)))
                .hasMessageContaining("p: 1.1");
    }

    @Test
    void eValues_rejectTheLargest() {
        double[] e = {120, 45, 30, 8, 3, 1.2, .9, .5, .2, .1};
        List<Double> logE = Arrays.stream(e).map(Math::log).boxed().toList();
        assertThat(EBenjaminiHochberg.rejected(logE, 0.1).stream()
                        .filter(r -> r)
                        .count())
                .isEqualTo(1);
        List<Double> two = List.of(Math.log(61), Math.log(1), Math.log(61), Double.NEGATIVE_INFINITY);
        // 61 is below 4/0.05 = 80 alone, but two of them pass 40.
        assertThat(EBenjaminiHochberg.rejected(two, 0.05)).containsExactly(true, false, true, false);
        assertThat(EBenjaminiHochberg.rejected(List.of(), 0.05)).isEmpty();
        assertThatThrownBy(() -> EBenjaminiHochberg.rejected(List.of(Double.NaN), 0.05))
                .hasMessageContaining("logE");
        assertThatThrownBy(() -> EBenjaminiHochberg.rejected(List.of(), 0)).hasMessageContaining("alpha: 0.0");
    }

    @ParameterizedTest
    @CsvSource({"1, .900, 1.34, 1.39", "3, .950, 1.66, 1.75", "5, .9667, 1.83, 1.96", "10, .9818, 2.09, 2.26"})
    void power_isSharedOut(int guardrails, double each, double success, double guardrail) {
        double power = MetricPower.each(0.8, guardrails, MetricPower.Success.DECLARED);
        assertThat(power).isCloseTo(guardrails == 10 ? 0.8 + 0.2 * 10 / 11 : each, within(5e-5));
        assertThat(power).isCloseTo(each, within(5e-5));
        assertThat(sample(0.025, power)).isCloseTo(success, within(0.006));
        assertThat(sample(0.05, power)).isCloseTo(guardrail, within(0.006));
    }

    private static double sample(double tail, double power) {
        double z = Normal.upperQuantile(tail);
        double ratio = (z + Normal.upperQuantile(1 - power)) / (z + Normal.upperQuantile(0.2));
        return ratio * ratio;
    }

    @Test
    void power_withoutSuccessMetric_isDividedByTheGuardrails() {
        assertThat(MetricPower.each(0.8, 2, MetricPower.Success.NONE)).isCloseTo(0.9, within(1e-15));
        assertThat(MetricPower.each(0.8, 0, MetricPower.Success.DECLARED)).isCloseTo(0.8, within(1e-15));
        assertThatThrownBy(() -> MetricPower.each(0.8, 0, MetricPower.Success.NONE))
                .hasMessageContaining("guardrails: 0");
        assertThatThrownBy(() -> MetricPower.each(1, 1, MetricPower.Success.NONE))
                .hasMessageContaining("power: 1.0");
    }
}
