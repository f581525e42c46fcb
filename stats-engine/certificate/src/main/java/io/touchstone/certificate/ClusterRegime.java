package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.clusters.Cluster;
import io.touchstone.statistics.clusters.ClusterMethod;
import io.touchstone.statistics.clusters.ClusterTest;
import io.touchstone.statistics.clusters.ClusteredArm;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Groups assigned as a whole. A unit's value is normal with variance 1, of which the group gives the intraclass correlation.
 *
 * @param method of the test
 * @param sizes of the groups
 * @param lift what the treatment adds to every unit where it works
 * @param control groups of the control
 * @param treatment groups of the treatment
 */
record ClusterRegime(ClusterMethod method, Sizes sizes, double lift, int control, int treatment)
        implements Regime.Experiment {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    private static final double INTRACLASS = 0.05;

    /** How large groups are. */
    enum Sizes {
        /** 20 units each. */
        EQUAL,
        /** 1 + 12·exp(Z), rounded down: a mean of about 20 with a deviation of about 26, the largest beyond 100. */
        UNEQUAL;

        int draw(SplittableRandom random) {
            return switch (this) {
                case EQUAL -> 20;
                case UNEQUAL -> 1 + (int) (12 * Draws.lognormal(random, 1));
            };
        }
    }

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        ClusteredArm c = new ClusteredArm(groups(random, sizes, control, 0));
        ClusteredArm t = new ClusteredArm(groups(random, sizes, treatment, truth));
        Result<Comparison> compared = ClusterTest.compare(c, t, method, ALPHA);
        return Judged.outcome(Judged.interval(compared), truth);
    }

    static List<Cluster> groups(SplittableRandom random, Sizes sizes, int count, double mean) {
        List<Cluster> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int size = sizes.draw(random);
            double own = mean + Math.sqrt(INTRACLASS) * random.nextGaussian();
            // The sum of normal values is normal: the same as drawing every unit.
            groups.add(new Cluster(size, size * own + Math.sqrt(size * (1 - INTRACLASS)) * random.nextGaussian()));
        }
        return groups;
    }
}
