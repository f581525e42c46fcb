package io.touchstone.statistics.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Rows of a log at the ends of their ranges, and clipping exactly at the limit. */
class LoggedDecisionBoundsTest {

    private static final List<Double> HALVES = List.of(0.5, 0.5);

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessage(message);
    }

    private static LoggedDecision row(double reward, double propensity) {
        return new LoggedDecision(0, reward, propensity, HALVES, List.of(0.0, 0.0));
    }

    @Test
    void row_ends_areRefusedOrTaken() {
        refused("reward: NaN (expected: finite)", () -> row(Double.NaN, 0.5));
        refused("propensity: 1.1 (expected: 1e-12 to 1)", () -> row(1, 1.1));
        refused("propensity: 0.0 (expected: 1e-12 to 1)", () -> row(1, 0));
        assertThat(row(1, 1).propensity()).isEqualTo(1);
        assertThat(row(1, 1e-12).propensity()).isEqualTo(1e-12);
        refused(
                "target: -0.5 (expected: 0 to 1)",
                () -> new LoggedDecision(0, 1, 1, List.of(-0.5, 1.0), List.of(0.0, 0.0)));
        refused(
                "target: 1.5 (expected: 0 to 1)",
                () -> new LoggedDecision(0, 1, 1, List.of(1.5, 0.0), List.of(0.0, 0.0)));
        refused(
                "model: [0.0] (expected: 2 finite numbers, one for each action)",
                () -> new LoggedDecision(0, 1, 1, HALVES, List.of(0.0)));
        refused(
                "model: [0.0, NaN] (expected: 2 finite numbers, one for each action)",
                () -> new LoggedDecision(0, 1, 1, HALVES, List.of(0.0, Double.NaN)));
        refused("action: 2 (expected: 0..1)", () -> new LoggedDecision(2, 1, 1, HALVES, List.of(0.0, 0.0)));
        refused("action: -1 (expected: 0..1)", () -> new LoggedDecision(-1, 1, 1, HALVES, List.of(0.0, 0.0)));
    }

    @Test
    void clip_atTheWeightItself_clipsNothing() {
        List<LoggedDecision> log = List.of(row(1, 0.25), row(3, 0.25), row(2, 1));
        PolicyValue at =
                OffPolicyEvaluation.of(log, OptionalDouble.of(2)).found().orElseThrow();
        assertThat(at.clippedRows()).isZero();
        PolicyValue below =
                OffPolicyEvaluation.of(log, OptionalDouble.of(1)).found().orElseThrow();
        assertThat(below.clippedRows()).isEqualTo(2);
        assertThat(below.ips().mean()).isEqualTo((1 + 3 + 1) / 3.0);
        refused("clip: 0.0 (expected: above 0)", () -> OffPolicyEvaluation.of(log, OptionalDouble.of(0)));
    }

    @Test
    void logOfNoneOrOne_hasAReason() {
        assertReason(OffPolicyEvaluation.of(List.of(), OptionalDouble.empty()), Reason.EMPTY_ARM);
        assertReason(OffPolicyEvaluation.of(List.of(row(1, 1)), OptionalDouble.empty()), Reason.TOO_FEW_UNITS);
    }

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }
}
