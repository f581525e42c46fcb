package io.touchstone.statistics.sequential;

/**
 * The normal curve exp(−d²/2) at many points at once.
 *
 * <p>exp by seven squarings of a polynomial has neither branch nor call, so the compiler computes several points an
 * instruction: 2 to 4 ns a point, where {@code Math.exp} takes 12 (JDK 25, AVX2). Relative error 1e-13 up to a distance of 8
 * standard deviations, 6e-11 at 11.
 */
final class NormalKernel {

    /** Standard deviations beyond which a curve counts as 0: it holds less than 1e-27, the least a look may spend is 1e-15. */
    static final double REACH = 11;

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    /** −d²/2 over 2^7. */
    private static final double SHARE = -1 / 256.0;

    private NormalKernel() {}

    /**
     * Adds {@code mass} times the normal density around {@code centre} at the points {@code from} to before {@code to}, which
     * lie within {@link #REACH} of it.
     *
     * @param scale standard deviation
     */
    static void add(double[] densities, double[] points, int from, int to, double centre, double scale, double mass) {
        double perScale = 1 / scale;
        double factor = mass / (scale * ROOT_TWO_PI);
        for (int j = from; j < to; j++) {
            double d = (points[j] - centre) * perScale;
            densities[j] += factor * curve(d);
        }
    }

    /** exp(−d²/2) for |d| up to {@link #REACH}. */
    static double curve(double d) {
        double v = d * d * SHARE;
        double e = 1 + v * (1 + v * (1 / 2.0 + v * (1 / 6.0 + v * (1 / 24.0 + v * (1 / 120.0 + v * tail(v))))));
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        return e * e;
    }

    /** The terms of exp's series from the sixth power on, over that power. */
    private static double tail(double v) {
        return 1 / 720.0
                + v
                        * (1 / 5_040.0
                                + v * (1 / 40_320.0 + v * (1 / 362_880.0 + v * (1 / 3_628_800.0 + v / 39_916_800.0))));
    }
}
