package io.touchstone.statistics;

/**
 * The continued fraction of the incomplete beta function, by the modified method of Lentz: Abramowitz and Stegun 26.5.8, DLMF
 * 8.17.22. Fast left of about the mean, x below (a + 1)/(a + b + 2).
 */
final class BetaFraction {
    private static final double PRECISION = 3e-16;
    private static final double TINY = 1e-300;
    private static final int LONGEST = 10_000_000;

    private BetaFraction() {}

    /** a·B(a, b)·Iₓ(a, b)/(xᵃ(1 − x)ᵇ) for shapes above 0 and x inside [0, 1). */
    static double value(double a, double b, double x) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < LONGEST; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            double change = d * c;
            value *= change;
            if (Math.abs(change - 1) <= PRECISION) {
                return value;
            }
        }
        throw new IllegalStateException("x: " + x + " (expected: a point where the fraction converges)");
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
