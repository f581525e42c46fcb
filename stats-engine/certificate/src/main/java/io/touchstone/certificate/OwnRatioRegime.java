package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.skew.GuardedMeansTest;
import java.util.SplittableRandom;

/**
 * The mean of each user's own share of successes, over the users with at least one try: Welch under the skew guard.
 *
 * @param active share of users with a try
 * @param lift what the treatment adds to everybody's probability of success where it works
 * @param control users of the control
 * @param treatment users of the treatment
 */
record OwnRatioRegime(double active, double lift, int control, int treatment) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);
    private static final double BASE = 0.3;
    private static final double ONE_MORE_TRY = 0.6;

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        SkewMoments c = arm(random, control, BASE);
        SkewMoments t = arm(random, treatment, BASE + truth);
        Result<Comparison> compared = GuardedMeansTest.compare(c, t, ALPHA).map(guarded -> guarded.comparison());
        return Judged.outcome(Judged.interval(compared), truth);
    }

    private SkewMoments arm(SplittableRandom random, int users, double probability) {
        int with = Draws.successes(random, active, users);
        SkewMoments shares = SkewMoments.NONE;
        for (int i = 0; i < with; i++) {
            int tries = 1 + Draws.geometric(random, 1 - ONE_MORE_TRY);
            shares = shares.plus(SkewMoments.of((double) Draws.successes(random, probability, tries) / tries));
        }
        return shares;
    }
}
