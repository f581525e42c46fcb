package io.touchstone.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.TwoProportionTest;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tails of the page on two proportions, without an effect. Five standard errors of 20,000 runs are 0.55 points. */
class GuardedRatesTailsTest {
    private static final Alpha ALPHA = new Alpha(0.05);
    private static final int RUNS = 20_000;
    private static final double NOISE = 0.55;

    @ParameterizedTest
    @CsvSource({"500, 9500, 0.05, 4.4", "1000, 9000, 0.02, 4.5", "200, 1000, 0.05, 4.9"})
    @Tag("simulation")
    void unevenArms_unpooledIsOff_andTheGuardIsNot(int control, int treatment, double rate, double unpooledUpper) {
        double[] unpooled = tails(control, treatment, rate, (c, t) -> TwoProportionTest.compare(c, t, ALPHA));
        double[] guarded = tails(control, treatment, rate, (c, t) -> GuardedRatesTest.compare(c, t, ALPHA)
                .map(GuardedRates::comparison));

        assertThat(unpooled[1]).isBetween(unpooledUpper - NOISE, unpooledUpper + NOISE);
        assertThat(guarded[0]).isBetween(2.5 - NOISE, 2.5 + NOISE);
        assertThat(guarded[1]).isBetween(2.5 - NOISE, 2.5 + NOISE);
    }

    /** Per cent of intervals below and above 0. */
    private static double[] tails(
            int control, int treatment, double rate, BiFunction<Proportion, Proportion, Result<Comparison>> method) {
        SplittableRandom random = new SplittableRandom(5);
        int below = 0;
        int above = 0;
        for (int i = 0; i < RUNS; i++) {
            Interval interval = method.apply(draw(random, control, rate), draw(random, treatment, rate))
                    .found()
                    .flatMap(found -> found.test().found())
                    .map(DifferenceTest::interval)
                    .orElse(new Interval(0, 0));
            below += interval.high() < 0 ? 1 : 0;
            above += interval.low() > 0 ? 1 : 0;
        }
        return new double[] {100.0 * below / RUNS, 100.0 * above / RUNS};
    }

    /** Gaps between events are geometric. */
    private static Proportion draw(SplittableRandom random, int units, double rate) {
        double log = Math.log1p(-rate);
        int events = 0;
        for (double at = gap(random, log); at <= units; at += gap(random, log)) {
            events++;
        }
        return new Proportion(events, units);
    }

    private static double gap(SplittableRandom random, double log) {
        return 1 + Math.floor(Math.log(1 - random.nextDouble()) / log);
    }
}
