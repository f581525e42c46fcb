package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.rate.GuardedRatesTest;
import java.util.SplittableRandom;

/**
 * Units that convert or do not: the unpooled normal test under its guard, else the skew-corrected score.
 *
 * @param base share of the control that converts
 * @param lift what the treatment adds where it works, in points of the share
 * @param control units of the control
 * @param treatment units of the treatment
 */
record ConversionRegime(double base, double lift, int control, int treatment) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        Proportion c = new Proportion(Draws.successes(random, base, control), control);
        Proportion t = new Proportion(Draws.successes(random, base + truth, treatment), treatment);
        return Judged.outcome(interval(c, t), truth);
    }

    private static Result<Interval> interval(Proportion control, Proportion treatment) {
        Result<Comparison> compared =
                GuardedRatesTest.compare(control, treatment, ALPHA).map(guarded -> guarded.comparison());
        return Judged.interval(compared);
    }
}
