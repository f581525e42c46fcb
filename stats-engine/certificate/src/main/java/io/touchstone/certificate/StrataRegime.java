package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.adjust.PostStratification;
import io.touchstone.statistics.adjust.Stratum;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Normal values in levels of a declared dimension that differ in mean, spread and effect; how many units a level has is random.
 *
 * @param shares of the units in each level, 1 in all
 * @param lift mean of what the treatment adds where it works
 * @param control units of the control
 * @param treatment units of the treatment
 */
record StrataRegime(List<Double> shares, double lift, int control, int treatment) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        Moments[] c = arm(random, control, 0);
        Moments[] t = arm(random, treatment, truth);
        List<Stratum> strata = new ArrayList<>();
        for (int h = 0; h < c.length; h++) {
            strata.add(new Stratum("level " + h, c[h], t[h]));
        }
        Result<Comparison> compared = PostStratification.of(strata).map(combined -> combined.guarded(ALPHA));
        return Judged.outcome(Judged.interval(compared), truth);
    }

    private Moments[] arm(SplittableRandom random, int units, double shift) {
        JointSums[] levels = new JointSums[shares.size()];
        for (int h = 0; h < levels.length; h++) {
            levels[h] = new JointSums(1);
        }
        for (int i = 0; i < units; i++) {
            int h = level(random.nextDouble());
            levels[h].add(shift + h + (1 + 0.5 * h) * random.nextGaussian());
        }
        Moments[] arm = new Moments[levels.length];
        for (int h = 0; h < levels.length; h++) {
            arm[h] = levels[h].moments().moments(0);
        }
        return arm;
    }

    private int level(double uniform) {
        double upTo = 0;
        for (int h = 0; h < shares.size() - 1; h++) {
            upTo += shares.get(h);
            if (uniform < upTo) {
                return h;
            }
        }
        return shares.size() - 1;
    }
}
