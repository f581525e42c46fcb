package io.touchstone.certificate;

import io.touchstone.statistics.clusters.ClusterMethod;
import java.util.ArrayList;
import java.util.List;

/** Tests randomised by group. */
final class ClusterLines {
    private static final String KIND = "group-randomised";

    private ClusterLines() {}

    static List<Regime> all() {
        List<Regime> lines = new ArrayList<>();
        for (int groups : new int[] {10, 12, 20}) {
            double lift = 1.1 / Math.sqrt(groups);
            lines.add(jackknife(ClusterRegime.Sizes.EQUAL, lift, groups, groups));
            lines.add(jackknife(ClusterRegime.Sizes.UNEQUAL, 1.3 * lift, groups, groups));
        }
        lines.add(jackknife(ClusterRegime.Sizes.UNEQUAL, 0.4, 12, 36));
        lines.add(jackknife(ClusterRegime.Sizes.EQUAL, 0.4, 9, 9));
        lines.add(randomised("4 and 4 groups of 20", ClusterRegime.Sizes.EQUAL, 0.8, 4));
        lines.add(randomised("6 and 6 groups of very unequal size", ClusterRegime.Sizes.UNEQUAL, 0.6, 6));
        return lines;
    }

    private static Regime jackknife(ClusterRegime.Sizes sizes, double lift, int control, int treatment) {
        String text = control + " and " + treatment + " groups of "
                + (sizes == ClusterRegime.Sizes.EQUAL ? "20" : "very unequal size") + ", ICC 0.05";
        return new Regime(
                "cluster jackknife, Satterthwaite",
                KIND,
                text,
                new ClusterRegime(ClusterMethod.JACKKNIFE, sizes, lift, control, treatment));
    }

    private static Regime randomised(String setting, ClusterRegime.Sizes sizes, double lift, int groups) {
        return new Regime(
                "randomisation test", KIND, setting, Claim.alarm(0.05), new RandomisationRegime(sizes, lift, groups));
    }
}
