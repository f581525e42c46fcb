package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.OneSidedTest;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.Side;
import io.touchstone.statistics.rate.GuardedRatesTest;
import java.util.SplittableRandom;

/**
 * Whether a harmful rate has risen: the one-sided reading of the guarded test. Without an effect the arms are alike.
 *
 * @param base rate of the control
 * @param harm what the treatment adds where it does harm
 * @param control units of the control
 * @param treatment units of the treatment
 */
record WorseningRegime(double base, double harm, int control, int treatment) implements Regime.Experiment {
    private static final Alpha ONE_TAIL = new Alpha(0.025);
    private static final Alpha TWO_TAILS = new Alpha(0.05);

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        Proportion c = new Proportion(Draws.successes(random, base, control), control);
        Proportion t = new Proportion(Draws.successes(random, base + (effect ? harm : 0), treatment), treatment);
        Result<Comparison> compared = GuardedRatesTest.compare(c, t, TWO_TAILS).map(guarded -> guarded.comparison());
        if (compared instanceof Estimated<Comparison>(Comparison found)
                && found.test() instanceof Estimated<DifferenceTest>(DifferenceTest test)) {
            double p = OneSidedTest.of(found.difference(), test, Side.GREATER, ONE_TAIL)
                    .p();
            return Regime.alarm(p < ONE_TAIL.value());
        }
        return new Regime.Outcome(Verdict.REFUSED, false);
    }
}
