package io.touchstone.statistics.clusters;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * The comparison of arms randomised by group, as the product makes it: refused below {@value #FEWEST} clusters an arm, where neither
 * the variance nor Student's distribution can be trusted; {@link RandomisationTest} is left then. See
 * {@code docs/statistics/clusters.md}.
 */
public final class ClusterTest {

    /** Clusters an arm needs. */
    public static final int FEWEST = 10;

    private ClusterTest() {}

    /** Treatment minus control by {@link ClusterMethod#JACKKNIFE}, the default. */
    public static Result<Comparison> compare(ClusteredArm control, ClusteredArm treatment, Alpha alpha) {
        return compare(control, treatment, ClusterMethod.JACKKNIFE, alpha);
    }

    /**
     * Treatment minus control by another method, declared before the data. {@link ClusterMethod#DELTA} and
     * {@link ClusterMethod#CR2} reject too often where clusters differ much in size.
     *
     * @return {@link Reason#TOO_FEW_CLUSTERS} below {@value #FEWEST} clusters in an arm; else the difference, whose test is missing with
     *     {@link Reason#ZERO_VARIANCE} where all clusters of an arm have the same mean, in both arms
     */
    public static Result<Comparison> compare(
            ClusteredArm control, ClusteredArm treatment, ClusterMethod method, Alpha alpha) {
        if (Math.min(control.clusters().size(), treatment.clusters().size()) < FEWEST) {
            return new NotEstimable<>(Reason.TOO_FEW_CLUSTERS, sizes(control, treatment, FEWEST));
        }
        return ClusterDifference.of(control, treatment)
                .map(found -> new Comparison(found.difference(), found.test(method, alpha)));
    }

    static String sizes(ClusteredArm control, ClusteredArm treatment, int fewest) {
        return "Clusters: control " + control.clusters().size() + ", treatment "
                + treatment.clusters().size() + " (at least " + fewest + " in each are needed).";
    }
}
