package io.touchstone.statistics.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OffPolicyEvaluationTest {

    private static PolicyValue value(List<LoggedDecision> log, OptionalDouble clip) {
        return OffPolicyEvaluation.of(log, clip).found().orElseThrow();
    }

    @Test
    void uniformLog_ofOneAction_isTheArmsMean() {
        List<LoggedDecision> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            log.add(new LoggedDecision(i % 2, i % 2 == 1 ? i : -7, 0.5, List.of(0.0, 1.0), List.of(0.0, 0.0)));
        }
        PolicyValue value = value(log, OptionalDouble.empty());
        assertThat(value.ips().mean()).isCloseTo(20, within(1e-12));
        assertThat(value.snips().found().orElseThrow().mean()).isCloseTo(20, within(1e-12));
        assertThat(value.doublyRobust().mean()).isCloseTo(20, within(1e-12));
        assertThat(value.effectiveRows()).isCloseTo(20, within(1e-12));
    }

    @Test
    @Tag("simulation")
    void simulatedLog_allButTheModelFindTheTruth() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(51);
        List<LoggedDecision> log = new ArrayList<>();
        int rows = 60_000;
        for (int i = 0; i < rows; i++) {
            double context = random.nextDouble();
            double propensity = 0.2 + 0.6 * context;
            int action = random.nextDouble() < propensity ? 1 : 0;
            double reward = (action == 1 ? 2 * context : 0.5) + random.nextGaussian();
            log.add(new LoggedDecision(
                    action,
                    reward,
                    action == 1 ? propensity : 1 - propensity,
                    context > 0.5 ? List.of(0.0, 1.0) : List.of(1.0, 0.0),
                    List.of(0.0, 1.0)));
        }
        // Half the contexts get 0.5, the others 2c with mean 1.5.
        double truth = 1;
        PolicyValue value = value(log, OptionalDouble.empty());
        assertThat(value.ips().mean())
                .isCloseTo(truth, within(4 * Math.sqrt(value.ips().varianceOfMean())));
        assertThat(value.doublyRobust().mean())
                .isCloseTo(truth, within(4 * Math.sqrt(value.doublyRobust().varianceOfMean())));
        assertThat(value.snips().found().orElseThrow().mean()).isCloseTo(truth, within(0.03));
        assertThat(value.model()).isCloseTo(0.5, within(0.02));
        assertThat(value.doublyRobust().varianceOfMean()).isLessThan(value.ips().varianceOfMean());
        PolicyValue clipped = value(log, OptionalDouble.of(1.5));
        assertThat(clipped.clippedRows()).isPositive();
        assertThat(clipped.ips().mean()).isLessThan(value.ips().mean());
    }

    @Test
    void noOverlap_isSaid() {
        LoggedDecision row = new LoggedDecision(0, 1, 0.9, List.of(0.0, 1.0), List.of(0.5, 0.7));
        PolicyValue value = value(List.of(row, row), OptionalDouble.empty());
        assertThat(value.withoutOverlap()).isTrue();
        assertThat(value.snips()).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(Reason.NO_OVERLAP));
        assertThat(OffPolicyEvaluation.of(List.of(row), OptionalDouble.empty()))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.TOO_FEW_UNITS));
    }

    @Test
    void impossibleRows_areRefusedByName() {
        List<Double> half = List.of(0.5, 0.5);
        assertThatThrownBy(() -> new LoggedDecision(0, 1, 0, half, half))
                .hasMessage("propensity: 0.0 (expected: 1e-12 to 1)");
        assertThatThrownBy(() -> new LoggedDecision(2, 1, 1, half, half)).hasMessage("action: 2 (expected: 0..1)");
        assertThatThrownBy(() -> new LoggedDecision(0, 1, 1, List.of(0.5, 0.4), half))
                .hasMessage("target: adds up to 0.9 (expected: 1)");
        assertThatThrownBy(() -> new LoggedDecision(0, 1, 1, half, List.of(1.0)))
                .hasMessageStartingWith("model: ");
        assertThatThrownBy(() -> OffPolicyEvaluation.of(List.of(), OptionalDouble.of(0)))
                .hasMessage("clip: 0.0 (expected: above 0)");
    }
}
