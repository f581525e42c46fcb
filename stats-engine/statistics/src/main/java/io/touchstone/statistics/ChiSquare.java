package io.touchstone.statistics;

import org.apache.commons.math3.special.Gamma;

/** The upper tail of the chi-square distribution, with relative accuracy down to 1e-300. */
public final class ChiSquare {

    /** Up to here the finite sums stay far from overflow. */
    private static final int FINITE_SUM = 200;

    private ChiSquare() {}

    /**
     * P(X > statistic), at least {@link Normal#SMALLEST_P}: the finite sums of Abramowitz and Stegun 26.4.4 and 26.4.5, whose
     * terms are all positive; the incomplete gamma function of commons-math3 above {@value #FINITE_SUM} degrees of freedom.
     *
     * @param statistic 0 or more
     * @param degreesOfFreedom 1 or more
     * @throws IllegalArgumentException for arguments outside these ranges
     */
    public static double p(double statistic, int degreesOfFreedom) {
        if (!(statistic >= 0 && statistic < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("statistic: " + statistic + " (expected: finite, 0 or more)");
        }
        if (degreesOfFreedom < 1) {
            throw new IllegalArgumentException("degreesOfFreedom: " + degreesOfFreedom + " (expected: 1 or more)");
        }
        double tail = degreesOfFreedom <= FINITE_SUM
                ? finiteSum(statistic / 2, degreesOfFreedom)
                : Gamma.regularizedGammaQ(degreesOfFreedom / 2.0, statistic / 2);
        return Math.min(1, Math.max(Normal.SMALLEST_P, tail));
    }

    private static double finiteSum(double half, int degreesOfFreedom) {
        boolean odd = degreesOfFreedom % 2 == 1;
        double start = odd ? Normal.erfc(Math.sqrt(half)) : 0;
        // Γ(3/2) = √π/2; the even sum begins with 1.
        double term = odd ? 2 * Math.sqrt(half / Math.PI) : 1;
        double sum = 0;
        int terms = degreesOfFreedom / 2;
        for (int j = 1; j <= terms; j++) {
            sum += term;
            term *= half / (odd ? j + 0.5 : j);
        }
        // Each factor alone may leave the range of doubles long before their product does.
        return start + (sum == 0 ? 0 : Math.exp(Math.log(sum) - half));
    }
}
