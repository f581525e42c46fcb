package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.skew.GuardedMeanLift;
import java.util.SplittableRandom;

/**
 * The relative lift of a mean: values gamma distributed of a whole shape, 1 for exponential ones.
 *
 * @param shape of the gamma distribution, 1 or more; its mean is 1
 * @param lift relative change in the treatment where it works
 * @param control units of the control
 * @param treatment units of the treatment
 */
record MeanLiftRegime(int shape, double lift, int control, int treatment) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        SkewMoments c = Draws.gammas(random, shape, 1, control);
        SkewMoments t = Draws.gammas(random, shape, 1 + truth, treatment);
        return Judged.lift(GuardedMeanLift.of(c, t, ALPHA), truth);
    }
}
