package io.touchstone.statistics.clusters;

import java.util.random.RandomGenerator;

/** The rule by which clusters fell into arms; a randomisation test must draw again by the same rule. */
@FunctionalInterface
public interface RandomisationDesign {

    /**
     * One assignment the design could have made.
     *
     * @param clusters how many there are
     * @return for each cluster whether it is treated
     */
    boolean[] draw(int clusters, RandomGenerator random);

    /**
     * Each cluster by itself, as assignment by a hash does: the arms' sizes vary.
     *
     * @param treatedShare chance of treatment, inside (0, 1)
     */
    static RandomisationDesign independent(double treatedShare) {
        if (!(treatedShare > 0 && treatedShare < 1)) {
            throw new IllegalArgumentException("treatedShare: " + treatedShare + " (expected: above 0 and below 1)");
        }
        return (clusters, random) -> {
            boolean[] treated = new boolean[clusters];
            for (int i = 0; i < clusters; i++) {
                treated[i] = random.nextDouble() < treatedShare;
            }
            return treated;
        };
    }

    /**
     * A fixed number of treated clusters within each block: complete randomisation with one block, matched pairs with blocks of two.
     *
     * @param blockOf block of each cluster, 0, 1, 2, ...
     * @param treatedInBlock treated clusters of each block
     */
    static RandomisationDesign blocked(int[] blockOf, int[] treatedInBlock) {
        return new BlockedDesign(blockOf, treatedInBlock);
    }
}
