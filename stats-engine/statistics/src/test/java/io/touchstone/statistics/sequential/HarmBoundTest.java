package io.touchstone.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HarmBoundTest {

    private static double bound(double alpha, HarmEpoch... epochs) {
        return HarmBound.of(List.of(epochs), alpha).found().orElseThrow();
    }

    @Test
    void bound_isWhereTheExchangedRuleStops() {
        double ratio = bound(0.05, new HarmEpoch(1, 9, 12, 100));
        KillRule exchanged = new KillRule(0.05, 0);
        assertThat(exchanged.logE(List.of(new HarmEpoch(9, ratio, 100, 12)))).isCloseTo(Math.log(20), within(1e-9));
        assertThat(ratio).isGreaterThan(12 * 9 / 100.0);
    }

    @Test
    void bound_moreEvents_comesCloser() {
        double few = bound(0.05, new HarmEpoch(1, 1, 10, 10));
        double many = bound(0.05, new HarmEpoch(1, 1, 1000, 1000));
        assertThat(many).isBetween(1.0, 1.3);
        assertThat(few).isGreaterThan(many);
        assertThat(bound(0.01, new HarmEpoch(1, 1, 10, 10))).isGreaterThan(few);
        assertThat(bound(0.05, new HarmEpoch(1, 9, 10, 10), new HarmEpoch(5, 5, 40, 40)))
                .isGreaterThan(1);
    }

    @Test
    @Tag("simulation")
    void bound_overAllLooks_isSeldomTooLow() {
        SplittableRandom random = new SplittableRandom(21);
        double truth = 1.5;
        double share = truth / (truth + 4);
        int misses = 0;
        for (int run = 0; run < 1000; run++) {
            int treatment = 0;
            boolean missed = false;
            for (int events = 1; events <= 200 && !missed; events++) {
                treatment += random.nextDouble() < share ? 1 : 0;
                // At the true ratio itself: the bound is below it exactly when the exchanged rule stops there.
                missed = new KillRule(0.05, 0).stops(List.of(new HarmEpoch(4, truth, events - treatment, treatment)));
                if (missed) {
                    assertThat(bound(0.05, new HarmEpoch(1, 4, treatment, events - treatment)))
                            .isLessThanOrEqualTo(truth * (1 + 1e-12));
                }
            }
            misses += missed ? 1 : 0;
        }
        assertThat(misses).isBetween(5, 50);
    }

    @Test
    void eventsThatCannotAnswer_giveAReason() {
        assertReason(List.of(), Reason.ZERO_EVENTS);
        assertReason(List.of(new HarmEpoch(1, 1, 0, 0)), Reason.ZERO_EVENTS);
        assertReason(List.of(new HarmEpoch(1, 1, 5, 0)), Reason.RELATIVE_UNBOUNDED);
        assertThatThrownBy(() -> HarmBound.of(List.of(), 1)).hasMessageContaining("alpha: 1.0");
    }

    private static void assertReason(List<HarmEpoch> epochs, Reason reason) {
        assertThat(HarmBound.of(epochs, 0.05))
                .isInstanceOfSatisfying(
                        NotEstimable.class, none -> assertThat(none.reason()).isEqualTo(reason));
    }
}
