package io.touchstone.statistics.clusters;

import java.util.random.RandomGenerator;

/** Draws a fixed number of clusters from each block, every choice with the same chance. */
final class BlockedDesign implements RandomisationDesign {

    private final int[] blockOf;
    private final int[] treatedInBlock;
    private final int[] sizes;

    BlockedDesign(int[] blockOf, int[] treatedInBlock) {
        this.blockOf = blockOf.clone();
        this.treatedInBlock = treatedInBlock.clone();
        this.sizes = new int[treatedInBlock.length];
        for (int block : blockOf) {
            if (block < 0 || block >= sizes.length) {
                throw new IllegalArgumentException("block: " + block + " (expected: 0.." + (sizes.length - 1) + ")");
            }
            sizes[block]++;
        }
        for (int block = 0; block < sizes.length; block++) {
            if (treatedInBlock[block] < 0 || treatedInBlock[block] > sizes[block]) {
                throw new IllegalArgumentException(
                        "treatedInBlock: " + treatedInBlock[block] + " (expected: 0.." + sizes[block] + ")");
            }
        }
    }

    @Override
    public boolean[] draw(int clusters, RandomGenerator random) {
        if (clusters != blockOf.length) {
            throw new IllegalArgumentException("clusters: " + clusters + " (expected: " + blockOf.length + ")");
        }
        int[] left = sizes.clone();
        int[] wanted = treatedInBlock.clone();
        boolean[] treated = new boolean[clusters];
        for (int i = 0; i < clusters; i++) {
            int block = blockOf[i];
            // Selection sampling: the next of those left is taken with chance wanted/left.
            treated[i] = random.nextInt(left[block]) < wanted[block];
            left[block]--;
            if (treated[i]) {
                wanted[block]--;
            }
        }
        return treated;
    }
}
