package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.skew.GuardedMeansTest;
import java.util.SplittableRandom;

/**
 * Events a unit, negative binomial of size 1/2: a Poisson number whose rate is mean·Z², so that a few heavy users have most of the
 * events. Welch under the skew guard.
 *
 * @param mean events a unit of the control
 * @param lift relative change in the treatment where it works
 * @param control units of the control
 * @param treatment units of the treatment
 */
record CountRegime(double mean, double lift, int control, int treatment) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift * mean : 0;
        SkewMoments c = arm(random, control, mean);
        SkewMoments t = arm(random, treatment, mean + truth);
        Result<Comparison> compared = GuardedMeansTest.compare(c, t, ALPHA).map(guarded -> guarded.comparison());
        return Judged.outcome(Judged.interval(compared), truth);
    }

    private static SkewMoments arm(SplittableRandom random, int units, double rate) {
        SkewMoments arm = SkewMoments.NONE;
        for (int i = 0; i < units; i++) {
            double z = random.nextGaussian();
            arm = arm.plus(SkewMoments.of(Draws.poisson(random, rate * z * z)));
        }
        return arm;
    }
}
