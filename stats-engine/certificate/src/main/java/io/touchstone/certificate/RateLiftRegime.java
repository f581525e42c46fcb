package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.rate.GuardedRateLift;
import java.util.SplittableRandom;

/**
 * The relative lift of a rate, compared as the guard of rates says.
 *
 * @param base share of the control that converts
 * @param lift relative change of the rate where the treatment works
 * @param control units of the control
 * @param treatment units of the treatment
 */
record RateLiftRegime(double base, double lift, int control, int treatment) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        Proportion c = new Proportion(Draws.successes(random, base, control), control);
        Proportion t = new Proportion(Draws.successes(random, base * (1 + truth), treatment), treatment);
        return Judged.lift(GuardedRateLift.of(c, t, ALPHA), truth);
    }
}
