package io.touchstone.statistics;

/** The loss of a normal quantity: what is missed on average by acting as if it could not be below 0. */
public final class NormalLoss {

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private NormalLoss() {}

    /**
     * E[max(Z − z, 0)] = φ(z) − z·P(Z > z) for Z standard normal; right to about 1e-12 in relative terms, 0 where it leaves the
     * range of doubles (z above 38).
     */
    public static double unit(double z) {
        double density = Math.exp(-z * z / 2) / ROOT_TWO_PI;
        if (z <= 0) {
            return density - z * Normal.upperTail(z);
        }
        double scaled = Normal.scaledErfc(z / Math.sqrt(2)) / 2;
        return Math.exp(-z * z / 2) * Math.max(0, 1 / ROOT_TWO_PI - z * scaled);
    }
}
