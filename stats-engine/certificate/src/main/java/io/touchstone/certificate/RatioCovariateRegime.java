package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.adjust.RatioCuped;
import java.util.SplittableRandom;

/**
 * Spend an order, judged by user and adjusted for the same ratio of the time before. A user has an own level of spend an order, which
 * lasts, and a number of orders in each period, the second one near the first.
 *
 * @param lift what the treatment adds to everybody's spend an order where it works
 * @param control users of the control
 * @param treatment users of the treatment
 */
record RatioCovariateRegime(double lift, int control, int treatment) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);
    private static final double LEVEL = 10;

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        JointMoments c = arm(random, control, 0);
        JointMoments t = arm(random, treatment, truth);
        Result<Comparison> compared = RatioCuped.adjust(c, t).map(means -> means.guarded(ALPHA));
        return Judged.outcome(Judged.interval(compared), truth);
    }

    /** An order more, or less, does not change the level: the ratio of expectations is the mean level. */
    private static JointMoments arm(SplittableRandom random, int users, double more) {
        double[] unit = new double[4];
        JointSums sums = new JointSums(4);
        for (int i = 0; i < users; i++) {
            double level = 2 * random.nextGaussian();
            int usual = 1 + Draws.geometric(random, 0.4);
            int before = usual + Draws.geometric(random, 0.5);
            int after = usual + Draws.geometric(random, 0.5);
            unit[0] = after * (LEVEL + level + more) + Math.sqrt(after) * 3 * random.nextGaussian();
            unit[1] = after;
            unit[2] = before * (LEVEL + level) + Math.sqrt(before) * 3 * random.nextGaussian();
            unit[3] = before;
            sums.add(unit);
        }
        return sums.moments();
    }
}
