package io.touchstone.statistics.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The spread of past effects where it has a closed form. */
class SpreadBoundsTest {

    @Test
    void spread_ofTestsOfOneSize_isTheMeanSquareLessTheNoise() {
        // With one standard error the likelihood equation of Paule and Mandel 1982 is Σd²/n = σ² + τ².
        List<PastEffect> tests = new ArrayList<>(Collections.nCopies(10, new PastEffect(5, 3)));
        tests.addAll(Collections.nCopies(10, new PastEffect(-7, 3)));
        EffectSpread spread = EffectSpread.ofHistory(tests, 1).found().orElseThrow();
        assertThat(spread.sd()).isCloseTo(Math.sqrt(37 - 9), within(1e-12));
    }

    @Test
    void spread_ofSmallEffectsAndSmallErrors_isNotLostInTheSearch() {
        List<PastEffect> tests = Collections.nCopies(20, new PastEffect(0.05, 0.03));
        EffectSpread spread = EffectSpread.ofHistory(tests, 0.001).found().orElseThrow();
        assertThat(spread.sd()).isCloseTo(0.04, within(1e-15));
    }

    @Test
    void shrunk_interval_isAroundTheShrunkEffect() {
        ShrunkEffect shrunk = new EffectSpread(2).shrink(new PastEffect(6, 4), Alpha.FIVE_PERCENT);
        // τ² = 4, σ² = 16: a fifth is kept, and the variance is 16/5.
        assertThat(shrunk.kept()).isCloseTo(0.2, within(1e-15));
        assertThat(shrunk.effect()).isCloseTo(1.2, within(1e-15));
        double half = 1.959963984540054 * Math.sqrt(3.2);
        assertThat(shrunk.interval().low()).isCloseTo(1.2 - half, within(1e-14));
        assertThat(shrunk.interval().high()).isCloseTo(1.2 + half, within(1e-14));
    }

    @Test
    void spread_ends_areRefused() {
        for (String sd : new String[] {"0.0", "Infinity", "NaN"}) {
            assertThatThrownBy(() -> new EffectSpread(Double.parseDouble(sd)))
                    .hasMessage("sd: " + sd + " (expected: finite, above 0)");
            assertThatThrownBy(() -> EffectSpread.newcomer(Double.parseDouble(sd)))
                    .hasMessage("effectOfInterest: " + sd + " (expected: finite, above 0)");
        }
        assertThatThrownBy(() -> new PastEffect(1, 0)).hasMessage("standardError: 0.0 (expected: finite, above 0)");
    }
}
