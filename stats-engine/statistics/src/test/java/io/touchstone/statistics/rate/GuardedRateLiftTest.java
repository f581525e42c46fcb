package io.touchstone.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GuardedRateLiftTest {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;

    private static Interval lift(Proportion control, Proportion treatment) {
        return GuardedRateLift.of(control, treatment, ALPHA)
                .found()
                .flatMap(found -> found.interval().found())
                .orElseThrow();
    }

    @Property(tries = 200)
    void lift_leavesOutZero_whereTheDifferenceDoes(
            @ForAll @IntRange(min = 5, max = 200) int xc, @ForAll @IntRange(min = 20, max = 600) int xt) {
        Proportion control = new Proportion(xc, 1_000);
        Proportion treatment = new Proportion(xt, 4_000);
        Interval difference = GuardedRatesTest.compare(control, treatment, ALPHA)
                .found()
                .flatMap(guarded -> guarded.comparison().test().found())
                .map(DifferenceTest::interval)
                .orElseThrow();
        Interval lift = lift(control, treatment);
        assertThat(lift.low() > 1e-12).isEqualTo(difference.low() > 1e-12);
        assertThat(lift.high() < -1e-12).isEqualTo(difference.high() < -1e-12);
    }

    @Property(tries = 100)
    void scoreInterval_ofArmsTurnedRound_isItsInverse(
            @ForAll @IntRange(min = 8, max = 29) int xc, @ForAll @IntRange(min = 8, max = 29) int xt) {
        Proportion control = new Proportion(xc, 700);
        Proportion treatment = new Proportion(xt, 900);
        Interval plain = lift(control, treatment);
        Interval turned = lift(treatment, control);
        assertThat((1 + turned.low()) * (1 + plain.high())).isCloseTo(1, within(1e-9));
        assertThat((1 + turned.high()) * (1 + plain.low())).isCloseTo(1, within(1e-9));
    }

    @Test
    void lift_nobodyInTheTreatment_reachesDownToMinusOne() {
        Interval lift = lift(new Proportion(12, 1_000), new Proportion(0, 1_000));
        assertThat(lift.low()).isEqualTo(-1);
        assertThat(lift.high()).isBetween(-1.0, 0.0);
    }

    @Test
    void lift_nobodyInTheControl_isRefused() {
        assertThat(GuardedRateLift.of(new Proportion(0, 1_000), new Proportion(12, 1_000), ALPHA))
                .isInstanceOfSatisfying(NotEstimable.class, missing -> assertThat(missing.reason())
                        .isEqualTo(Reason.CONTROL_MEAN_ZERO));
    }
}
