package io.touchstone.statistics.heterogeneity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Few segments, by hand. */
class SegmentClosedFormsTest {

    @Test
    void twoSegments_byDerSimonianAndLaird() {
        // Weights 1 and 1/4: mean 1.2, Q = 1.44 + 5.76, C = 1.25 − (1 + 1/16)/1.25 = 0.4, τ² = 6.2/0.4.
        Heterogeneity found = HeterogeneityTest.of(
                        List.of(new SegmentEffect("a", 0, 1), new SegmentEffect("b", 6, 2)), Alpha.FIVE_PERCENT)
                .found()
                .orElseThrow();
        assertThat(found.fixedEffect()).isCloseTo(1.2, within(1e-14));
        assertThat(found.fixedError()).isCloseTo(Math.sqrt(0.8), within(1e-14));
        assertThat(found.q()).isCloseTo(7.2, within(1e-13));
        assertThat(found.iSquared()).isCloseTo(6.2 / 7.2, within(1e-14));
        assertThat(found.betweenVariance()).isCloseTo(15.5, within(1e-12));
        // Around the centre 2.75 with variance 16.5·19.5/36; kept are 15.5/16.5 and 15.5/19.5.
        SegmentReading first = found.segments().getFirst();
        SegmentReading second = found.segments().getLast();
        assertThat(first.shrunk()).isCloseTo(1 / 6.0, within(1e-13));
        assertThat(second.shrunk()).isCloseTo(16 / 3.0, within(1e-13));
        assertThat(first.shrunkError()).isCloseTo(Math.sqrt(35 / 36.0), within(1e-13));
        assertThat(second.shrunkError()).isCloseTo(Math.sqrt(32 / 9.0), within(1e-13));
        assertThat(second.interactionZ()).isCloseTo(6 / Math.sqrt(5), within(1e-13));
    }

    @Test
    void welch1951_ofThreeSegments_isTheClosedTailOfTwoDegrees() {
        // P(F > f) = (1 + 2f/d)^(−d/2) with 2 and d degrees of freedom.
        double[] effect = {1, 2, 4};
        double[] error = {0.5, 1, 2};
        List<Double> df = List.of(5.0, 8.0, 20.0);
        // Weights 4, 1, 1/4 add up to 5.25; the mean is 7/5.25.
        double q = 4 * Math.pow(1 - 4 / 3.0, 2) + Math.pow(2 - 4 / 3.0, 2) + 0.25 * Math.pow(4 - 4 / 3.0, 2);
        double lambda = Math.pow(1.25 / 5.25, 2) / 5 + Math.pow(4.25 / 5.25, 2) / 8 + Math.pow(5 / 5.25, 2) / 20;
        double f = q / 2 / (1 + 2 * lambda / 8);
        double below = 8 / (3 * lambda);
        List<SegmentEffect> effects = List.of(
                new SegmentEffect("a", effect[0], error[0]),
                new SegmentEffect("b", effect[1], error[1]),
                new SegmentEffect("c", effect[2], error[2]));
        assertThat(WelchHeterogeneity.p(effects, df).found().orElseThrow())
                .isCloseTo(Math.pow(1 + 2 * f / below, -below / 2), within(1e-13));
        assertThatThrownBy(() -> WelchHeterogeneity.p(effects, List.of(5.0, 0.0, 20.0)))
                .hasMessage("degreesOfFreedom: 0.0 (expected: above 0)");
    }
}
