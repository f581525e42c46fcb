package io.touchstone.statistics.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ShrinkageTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    @Test
    @Tag("simulation")
    void winners_areTooLarge_andShrinkingRepairsIt() {
        // τ = σ = .01, winners beyond 1.96 σ: mean estimate .02607, truth .01305, shrunk .01303; excess .001078 a test.
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(31);
        EffectSpread spread = new EffectSpread(0.01);
        int runs = 1_000_000;
        double estimates = 0;
        double truths = 0;
        double shrunk = 0;
        int winners = 0;
        List<PastEffect> oracle = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            double truth = 0.01 * random.nextGaussian();
            PastEffect test = new PastEffect(truth + 0.01 * random.nextGaussian(), 0.01);
            oracle.add(new PastEffect(truth, 0.01));
            if (test.effect() > 0.0196) {
                winners++;
                estimates += test.effect();
                truths += truth;
                shrunk += spread.shrink(test, ALPHA).effect();
            }
        }
        assertThat(estimates / winners).isCloseTo(0.02607, within(5e-5));
        assertThat(truths / winners).isCloseTo(0.01305, within(1e-4));
        assertThat(shrunk / winners).isCloseTo(0.01303, within(5e-5));
        double expected = WinnersCurse.expectedExcess(oracle, 1.96) / runs;
        assertThat(expected).isCloseTo(0.001078, within(4e-6));
        assertThat((estimates - truths) / runs).isCloseTo(expected, within(8e-6));
    }

    @Test
    void shrink_withEqualSpreads_keepsHalf() {
        ShrunkEffect shrunk = new EffectSpread(0.01).shrink(new PastEffect(0.03, 0.01), ALPHA);
        assertThat(shrunk.kept()).isEqualTo(0.5);
        assertThat(shrunk.effect()).isCloseTo(0.015, within(1e-15));
        assertThat(shrunk.standardError()).isCloseTo(0.01 / Math.sqrt(2), within(1e-15));
        assertThat(shrunk.interval().low()).isLessThan(shrunk.effect());
        assertThat(new EffectSpread(1e-200)
                        .shrink(new PastEffect(1, 1e100), ALPHA)
                        .effect())
                .isZero();
    }

    @Test
    void history_replacesTheNewcomersPriorAfterTwentyTests() {
        assertThat(EffectSpread.newcomer(0.04).sd()).isEqualTo(0.02);
        List<PastEffect> tests = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            tests.add(new PastEffect(i % 2 == 0 ? 0.05 : -0.05, 0.03));
        }
        assertThat(EffectSpread.ofHistory(tests, 0.04))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.TOO_FEW_TESTS));
        tests.add(new PastEffect(0.05, 0.03));
        // Equal errors: τ² = mean square − σ² = .0025 − .0009.
        assertThat(EffectSpread.ofHistory(tests, 0.04).found().orElseThrow().sd())
                .isCloseTo(0.04, within(1e-12));
    }

    @Test
    void history_withoutSpread_leavesATenthOfTheNewcomers() {
        List<PastEffect> tests = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            tests.add(new PastEffect(0.001 * i / 30, 0.02));
        }
        assertThat(EffectSpread.ofHistory(tests, 0.04).found().orElseThrow().sd())
                .isCloseTo(0.002, within(1e-15));
    }

    @Test
    void spread_ofManyTestsOfDifferentSize_isFound() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(32);
        List<PastEffect> tests = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            double error = 0.005 + 0.03 * random.nextDouble();
            tests.add(new PastEffect(0.015 * random.nextGaussian() + error * random.nextGaussian(), error));
        }
        assertThat(EffectSpread.ofHistory(tests, 0.04).found().orElseThrow().sd())
                .isCloseTo(0.015, within(0.001));
    }

    @Test
    void wrongArguments_areNamed() {
        assertThatThrownBy(() -> new PastEffect(0.1, 0)).hasMessage("standardError: 0.0 (expected: finite, above 0)");
        assertThatThrownBy(() -> new PastEffect(Double.NaN, 1)).hasMessage("effect: NaN (expected: finite)");
        assertThatThrownBy(() -> EffectSpread.newcomer(0))
                .hasMessage("effectOfInterest: 0.0 (expected: finite, above 0)");
        assertThatThrownBy(() -> WinnersCurse.expectedExcess(List.of(), Double.NaN))
                .hasMessage("launchZ: NaN (expected: finite)");
    }
}
