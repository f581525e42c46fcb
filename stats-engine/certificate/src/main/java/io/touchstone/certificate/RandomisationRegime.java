package io.touchstone.certificate;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.clusters.Cluster;
import io.touchstone.statistics.clusters.Randomisation;
import io.touchstone.statistics.clusters.RandomisationDesign;
import io.touchstone.statistics.clusters.RandomisationTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The groups of {@link ClusterRegime} under the randomisation test; an alarm is a p-value of 5 % or less.
 *
 * @param sizes of the groups
 * @param lift what the treatment adds to every unit where it works
 * @param groups of each arm
 */
record RandomisationRegime(ClusterRegime.Sizes sizes, double lift, int groups) implements Regime.Experiment {
    /** With 199 a p-value of 5 % is among the possible ones, so the test can use its whole level. */
    private static final int DRAWS = 199;

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        List<Cluster> clusters = new ArrayList<>(ClusterRegime.groups(random, sizes, groups, 0));
        clusters.addAll(ClusterRegime.groups(random, sizes, groups, effect ? lift : 0));
        boolean[] treated = new boolean[2 * groups];
        Arrays.fill(treated, groups, 2 * groups, true);
        RandomisationDesign design = RandomisationDesign.blocked(new int[2 * groups], new int[] {groups});
        Result<Randomisation> result = RandomisationTest.test(clusters, treated, design, DRAWS, random);
        return switch (result) {
            case NotEstimable<Randomisation> _ -> new Regime.Outcome(Verdict.REFUSED, false);
            case Estimated<Randomisation>(Randomisation found) -> Regime.alarm(found.p() <= 0.05);
        };
    }
}
