package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.ratio.GuardedRatiosTest;
import io.touchstone.statistics.ratio.RatioMoments;
import java.util.SplittableRandom;

/**
 * Clicks an impression, judged by user: each user has an own number of impressions and an own click rate, the two correlated.
 * Ratio of sums under its guard.
 *
 * @param lift what the treatment adds to the click rate where it works
 * @param control users of the control
 * @param treatment users of the treatment
 */
record RatioRegime(double lift, int control, int treatment) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);
    private static final double MEAN_IMPRESSIONS = 5;
    private static final double BASE = 0.2;
    private static final double SLOPE = 0.01;

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        RatioMoments c = arm(random, control, 0);
        RatioMoments t = arm(random, treatment, truth);
        Result<Comparison> compared = GuardedRatiosTest.compare(c, t, ALPHA).map(guarded -> guarded.comparison());
        return Judged.outcome(Judged.interval(compared), truth);
    }

    /** Users with more impressions click more often; the treatment adds to everyone's rate alike, so the truth is the lift. */
    private static RatioMoments arm(SplittableRandom random, int users, double more) {
        RawPowers powers = new RawPowers(MEAN_IMPRESSIONS * BASE, MEAN_IMPRESSIONS);
        for (int i = 0; i < users; i++) {
            int impressions = 1 + (int) Math.min(60, -Math.log(1 - random.nextDouble()) * (MEAN_IMPRESSIONS - 0.5));
            double rate = BASE + SLOPE * Math.min(impressions, 20) + more;
            int clicks = 0;
            for (int k = 0; k < impressions; k++) {
                clicks += random.nextDouble() < rate ? 1 : 0;
            }
            powers.add(clicks, impressions);
        }
        return powers.moments();
    }
}
