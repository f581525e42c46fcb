package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.skew.GuardedMeansTest;
import java.util.SplittableRandom;

/**
 * Values that are normal, with another spread in the treatment. Welch under the skew guard.
 *
 * @param spread standard deviation of the treatment; the control's is 1
 * @param lift what the treatment adds where it works
 * @param control units of the control
 * @param treatment units of the treatment
 */
record NormalRegime(double spread, double lift, int control, int treatment) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        SkewMoments c = arm(random, control, 0, 1);
        SkewMoments t = arm(random, treatment, truth, spread);
        Result<Comparison> compared = GuardedMeansTest.compare(c, t, ALPHA).map(guarded -> guarded.comparison());
        return Judged.outcome(Judged.interval(compared), truth);
    }

    private static SkewMoments arm(SplittableRandom random, int units, double mean, double deviation) {
        SkewMoments arm = SkewMoments.NONE;
        for (int i = 0; i < units; i++) {
            arm = arm.plus(SkewMoments.of(mean + deviation * random.nextGaussian()));
        }
        return arm;
    }
}
