package io.touchstone.statistics.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import org.junit.jupiter.api.Test;

/** Lifts of arms whose estimates are correlated, and of means at the edge of the range of doubles. */
class CorrelatedLiftTest {

    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    private static final PairEstimate PAIR =
            new PairEstimate(new MeanEstimate(4, 0.16), new MeanEstimate(5, 0.25), 0.1);

    private static void assertReason(Result<?> result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                .isEqualTo(reason));
    }

    @Test
    void delta_ofCorrelatedArms_losesTwiceTheCovariance() {
        // Oehlert 1992: V_t/c² + t²V_c/c⁴ − 2tC/c³ = 0.015625 + 0.015625 − 0.015625.
        DeltaLift lift = DeltaLift.of(PAIR, ALPHA).found().orElseThrow();
        assertThat(lift.variance()).isCloseTo(0.25 / 16 + 25 * 0.16 / 256 - 2 * 5 * 0.1 / 64, within(1e-16));
        assertThat(lift.lift()).isEqualTo(0.25);
        assertThat(lift.test().found().orElseThrow().standardError()).isCloseTo(0.125, within(1e-15));
    }

    @Test
    void log_ofCorrelatedArms_losesTwiceTheRelativeCovariance() {
        LogLift lift = LogLift.of(PAIR, ALPHA).found().orElseThrow();
        double error = lift.logTest().standardError();
        assertThat(error * error).isCloseTo(0.25 / 25 + 0.16 / 16 - 2 * 0.1 / 20, within(1e-16));
        assertThat(lift.lift()).isEqualTo(0.25);
        assertThat(lift.interval().low()).isCloseTo(1.25 * Math.exp(-1.959963984540054 * error) - 1, within(1e-14));
        assertThat(lift.interval().high()).isCloseTo(1.25 * Math.exp(1.959963984540054 * error) - 1, within(1e-14));
    }

    @Test
    void armsThatMoveTogether_haveNoVarianceLeft() {
        // The same relative noise, shared to rounding: a third is no double.
        double third = 1 / 3.0;
        PairEstimate together = new PairEstimate(
                new MeanEstimate(third, third), new MeanEstimate(2 * third, 4 * third), 2 * third * (1 - 2e-16));
        assertThat(DeltaLift.of(together, ALPHA).found().orElseThrow().variance())
                .isZero();
        assertReason(LogLift.of(together, ALPHA), Reason.ZERO_VARIANCE);
    }

    @Test
    void minuteMeans_haveAReasonAndNoInfinity() {
        MeanEstimate plain = new MeanEstimate(1, 1);
        MeanEstimate minute = new MeanEstimate(1e-200, 1);
        assertReason(DeltaLift.of(PairEstimate.independent(minute, plain), ALPHA), Reason.CONTROL_MEAN_ZERO);
        assertReason(
                DeltaLift.of(PairEstimate.independent(new MeanEstimate(0, 0), plain), ALPHA), Reason.CONTROL_MEAN_ZERO);
        assertReason(LogLift.of(PairEstimate.independent(minute, plain), ALPHA), Reason.RELATIVE_UNBOUNDED);
        assertReason(LogLift.of(PairEstimate.independent(plain, minute), ALPHA), Reason.RELATIVE_UNBOUNDED);
        assertReason(
                LogLift.of(
                        PairEstimate.independent(new MeanEstimate(1e-200, 0), new MeanEstimate(1e200, 1e300)), ALPHA),
                Reason.RELATIVE_UNBOUNDED);
    }
}
