package io.touchstone.statistics;

/** The loss of a normal quantity: what is missed on average by acting as if it could not be below 0. */
public final class NormalLoss {

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    /** From here on the difference loses digits; the asymptotic series is exact there. */
    private static final double FAR = 30;

    private NormalLoss() {}

    /** E[max(Z − z, 0)] = φ(z) − z·P(Z > z), above 0, for Z standard normal. */
    public static double unit(double z) {
        double density = Math.exp(-z * z / 2) / ROOT_TWO_PI;
        if (z <= 0) {
            return density - z * Normal.upperTail(z);
        }
        if (z > FAR) {
            double s = 1 / (z * z);
            // φ(z)·(1/z² − 3/z⁴ + 15/z⁶ − 105/z⁸): Abramowitz and Stegun 26.2.12, integrated.
            return density * s * (1 - s * (3 - s * (15 - s * 105)));
        }
        double scaled = Normal.scaledErfc(z / Math.sqrt(2)) / 2;
        return Math.exp(-z * z / 2) * Math.max(0, 1 / ROOT_TWO_PI - z * scaled);
    }
}
