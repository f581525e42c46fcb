package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.ratio.RatioOfSums;
import java.util.SplittableRandom;

/**
 * Clicks an impression, judged by user: each user has an own number of impressions and an own click rate, the two correlated.
 * Ratio of sums by the delta method.
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
        JointMoments c = arm(random, control, 0);
        JointMoments t = arm(random, treatment, truth);
        Result<Comparison> compared = RatioOfSums.compare(c, t, ALPHA);
        return Judged.outcome(Judged.interval(compared), truth);
    }

    /** Users with more impressions click more often; the treatment adds to everyone's rate alike, so the truth is the lift. */
    private static JointMoments arm(SplittableRandom random, int users, double more) {
        double[] sums = new double[5];
        for (int i = 0; i < users; i++) {
            int impressions = 1 + (int) Math.min(60, -Math.log(1 - random.nextDouble()) * (MEAN_IMPRESSIONS - 0.5));
            double rate = BASE + SLOPE * Math.min(impressions, 20) + more;
            int clicks = 0;
            for (int k = 0; k < impressions; k++) {
                clicks += random.nextDouble() < rate ? 1 : 0;
            }
            sums[0] += clicks;
            sums[1] += impressions;
            sums[2] += (double) clicks * clicks;
            sums[3] += (double) clicks * impressions;
            sums[4] += (double) impressions * impressions;
        }
        double y = sums[0] / users;
        double x = sums[1] / users;
        return JointMoments.ofProducts(users, new double[] {y, x}, new double[][] {
            {sums[2] - users * y * y, sums[3] - users * y * x}, {sums[3] - users * y * x, sums[4] - users * x * x}
        });
    }
}
