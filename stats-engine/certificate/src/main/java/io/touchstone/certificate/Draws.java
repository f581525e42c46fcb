package io.touchstone.certificate;

import io.touchstone.statistics.Moments;
import io.touchstone.statistics.SkewMoments;
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

    /** Failures before the first success: mean (1 − p)/p. */
    static int geometric(SplittableRandom random, double probability) {
        return (int) gap(random, Math.log1p(-probability)) - 1;
    }

    /** Poisson with a mean of some dozens at most: Knuth's product of uniforms. */
    static int poisson(SplittableRandom random, double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /** An arm of gamma values of a whole shape: means of exponential ones. */
    static SkewMoments gammas(SplittableRandom random, int shape, double mean, int units) {
        SkewMoments arm = SkewMoments.NONE;
        for (int i = 0; i < units; i++) {
            double product = 1;
            for (int k = 0; k < shape; k++) {
                product *= 1 - random.nextDouble();
            }
            arm = arm.plus(SkewMoments.of(-mean * Math.log(product) / shape));
        }
        return arm;
    }

    /** From raw powers, which are exact enough where the mean is small beside the spread. */
    static SkewMoments moments(int units, double sum, double squares, double cubes) {
        double mean = sum / units;
        double m2 = squares - units * mean * mean;
        double m3 = cubes - 3 * mean * squares + 2 * units * mean * mean * mean;
        return new SkewMoments(new Moments(units, mean, Math.max(0, m2)), m3);
    }

    private static double gap(SplittableRandom random, double log) {
        // 1 − U lies in (0, 1].
        return 1 + Math.floor(Math.log(1 - random.nextDouble()) / log);
    }
}
