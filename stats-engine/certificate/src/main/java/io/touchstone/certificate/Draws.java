package io.touchstone.certificate;

import java.util.SplittableRandom;

/** Random numbers of the regimes. */
final class Draws {
    private Draws() {}

    /** How many of the units have an event that each has with the given probability: gaps between events are geometric. */
    static int successes(SplittableRandom random, double probability, int units) {
        if (probability <= 0) {
            return 0;
        }
        double log = Math.log1p(-probability);
        int count = 0;
        double at = gap(random, log);
        while (at <= units) {
            count++;
            at += gap(random, log);
        }
        return count;
    }

    /** exp(sigma·Z), which has mean exp(sigma²/2). */
    static double lognormal(SplittableRandom random, double sigma) {
        return Math.exp(sigma * random.nextGaussian());
    }

    private static double gap(SplittableRandom random, double log) {
        // 1 − U lies in (0, 1].
        return 1 + Math.floor(Math.log(1 - random.nextDouble()) / log);
    }
}
