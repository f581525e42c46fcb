package io.touchstone.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Normal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionalPowerTest {

    private static final GroupSequentialDesign DESIGN =
            new GroupSequentialDesign(new Spending.OBrienFleming(), 0.025, Sides.ONE);
    private static final List<Boundary> TWO_LOOKS = DESIGN.boundaries(LookSchedule.ofFractions(0.4, 1));

    @Test
    void beforeTheLastLook_isTheFormulaOfLanAndWittes() {
        double bound = TWO_LOOKS.getLast().z().orElseThrow();
        double expected = Normal.upperTail((bound - 1.1 * Math.sqrt(0.4) - 2.5 * 0.6) / Math.sqrt(0.6));
        assertThat(ConditionalPower.at(DESIGN, TWO_LOOKS, 1, 1.1, 2.5)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void trend_isTheDriftSeen() {
        assertThat(ConditionalPower.underTrend(DESIGN, TWO_LOOKS, 1, 1.1))
                .isCloseTo(ConditionalPower.at(DESIGN, TWO_LOOKS, 1, 1.1, 1.1 / Math.sqrt(0.4)), within(1e-14));
    }

    @Test
    void averagedOverTheFirstLook_givesThePower() {
        List<Boundary> boundaries = DESIGN.boundaries(LookSchedule.ofFractions(0.3, 0.6, 1));
        double drift = 2.8;
        double bound = boundaries.getFirst().z().orElseThrow();
        double mean = drift * Math.sqrt(0.3);
        double power = Normal.upperTail(bound - mean);
        int steps = 400;
        double width = (bound - (mean - 8)) / steps;
        for (int i = 0; i < steps; i++) {
            double z = mean - 8 + (i + 0.5) * width;
            double density = Math.exp(-(z - mean) * (z - mean) / 2) / Math.sqrt(2 * Math.PI);
            power += ConditionalPower.at(DESIGN, boundaries, 1, z, drift) * density * width;
        }
        assertThat(power).isCloseTo(DESIGN.crossing(boundaries, drift).power(), within(1e-4));
    }

    @Test
    void lookThatIsTheLast_isRefused() {
        assertThatThrownBy(() -> ConditionalPower.at(DESIGN, TWO_LOOKS, 2, 1, 1))
                .hasMessageContaining("looksTaken: 2");
        assertThatThrownBy(() -> ConditionalPower.at(DESIGN, TWO_LOOKS, 1, Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConditionalPower.underTrend(DESIGN, TWO_LOOKS, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
