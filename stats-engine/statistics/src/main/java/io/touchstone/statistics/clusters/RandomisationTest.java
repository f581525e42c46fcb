package io.touchstone.statistics.clusters;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Whether the treatment changed any cluster at all: draws the assignment again by the design's own rule and compares the differences
 * (Fisher 1935). Exact for any number of clusters; gives no interval. See {@code docs/statistics/clusters.md}.
 */
public final class RandomisationTest {

    /** Below this a p-value of 5 % cannot come out reliably. */
    private static final int FEWEST_DRAWS = 99;
    /** Sums in another order differ by rounding; such draws count as equal. */
    private static final double ROUNDING = 1e-12;

    private static final int MOST_EMPTY = 1000;

    private RandomisationTest() {}

    /**
     * The test; draws that leave an arm empty are drawn again.
     *
     * @param treated the assignment as it was, one for each cluster
     * @param draws 99 or more
     * @param random its seed decides the answer; keep it with the answer
     * @return {@link Reason#TOO_FEW_CLUSTERS} where an arm is empty, or the design nearly always leaves one empty
     */
    public static Result<Randomisation> test(
            List<Cluster> clusters, boolean[] treated, RandomisationDesign design, int draws, RandomGenerator random) {
        if (treated.length != clusters.size()) {
            throw new IllegalArgumentException("treated: " + treated.length + " of them (expected: " + clusters.size()
                    + ", one for each cluster)");
        }
        if (draws < FEWEST_DRAWS) {
            throw new IllegalArgumentException("draws: " + draws + " (expected: " + FEWEST_DRAWS + " or more)");
        }
        if (emptyArm(treated)) {
            return missing();
        }
        double real = difference(clusters, treated);
        double bar = Math.abs(real) * (1 - ROUNDING);
        int asFar = 1;
        for (int i = 0; i < draws; i++) {
            boolean[] drawn = design.draw(clusters.size(), random);
            for (int again = 0; emptyArm(drawn); again++) {
                if (again == MOST_EMPTY) {
                    return missing();
                }
                drawn = design.draw(clusters.size(), random);
            }
            asFar += Math.abs(difference(clusters, drawn)) >= bar ? 1 : 0;
        }
        return new Estimated<>(new Randomisation(real, draws, asFar / (draws + 1.0)));
    }

    private static NotEstimable<Randomisation> missing() {
        return new NotEstimable<>(Reason.TOO_FEW_CLUSTERS, "An arm has no cluster.");
    }

    private static boolean emptyArm(boolean[] treated) {
        int count = 0;
        for (boolean one : treated) {
            count += one ? 1 : 0;
        }
        return count == 0 || count == treated.length;
    }

    private static double difference(List<Cluster> clusters, boolean[] treated) {
        double[] sum = new double[2];
        double[] size = new double[2];
        for (int i = 0; i < treated.length; i++) {
            int arm = treated[i] ? 1 : 0;
            sum[arm] += clusters.get(i).sum();
            size[arm] += clusters.get(i).size();
        }
        return sum[1] / size[1] - sum[0] / size[0];
    }
}
