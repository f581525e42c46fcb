package io.touchstone.standalone.demo.shop;

/**
 * The luck of one customer: a number for every question, the same however often and in whatever order it is asked. Asked
 * the same question under two arms it gives the same number, so what a customer does differs between arms only by the effect.
 */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private final long seed;

    Chance(long seed, int tactic, long customer) {
        this.seed = mix(mix(seed + GOLDEN) + GOLDEN * ((long) tactic << 32 ^ customer));
    }

    /** Uniform in [0, 1). */
    double uniform(int question) {
        return (mix(seed + GOLDEN * (question + 1L)) >>> 11) * UNIT;
    }

    /** Whether something of that probability happens. */
    boolean happens(int question, double probability) {
        return uniform(question) < probability;
    }

    /** Standard normal, by Box and Muller; uses {@code question} and the one after it. */
    double normal(int question) {
        double radius = Math.sqrt(-2 * Math.log1p(-uniform(question)));
        return radius * Math.cos(2 * Math.PI * uniform(question + 1));
    }

    /** Uniform whole number in [from, to). */
    long between(int question, long from, long to) {
        return from + (long) (uniform(question) * (to - from));
    }

    /** The finaliser of SplittableRandom: every bit of the input moves every bit of the output. */
    private static long mix(long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
