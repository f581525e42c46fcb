package io.touchstone.statistics;

/** The upper tail of the chi-square distribution, with relative accuracy down to 1e-300. */
public final class ChiSquare {

    /** Terms and sum are scaled down together from here on, far from the end of the doubles. */
    private static final double LARGE = 1e200;

    private static final double LOG_LARGE = Math.log(LARGE);

    private ChiSquare() {}

    /**
     * P(X > statistic), at least {@link Normal#SMALLEST_P}: the finite sums of Abramowitz and Stegun 26.4.4 and 26.4.5, whose
     * terms are all positive. The work grows with the degrees of freedom.
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
        return Math.min(1, Math.max(Normal.SMALLEST_P, finiteSum(statistic / 2, degreesOfFreedom)));
    }

    private static double finiteSum(double half, int degreesOfFreedom) {
        if (half > 2_000 && half > 4.0 * degreesOfFreedom) {
            // Chernoff's bound, (r·exp(1 − r))^(ν/2) with r = statistic/ν, is below 1e-500 here; the factors might
            // overflow.
            return 0;
        }
        boolean odd = degreesOfFreedom % 2 == 1;
        double start = odd ? Normal.erfc(Math.sqrt(half)) : 0;
        // Γ(3/2) = √π/2; the even sum begins with 1.
        double term = odd ? 2 * Math.sqrt(half / Math.PI) : 1;
        double sum = 0;
        double logScale = 0;
        int terms = degreesOfFreedom / 2;
        for (int j = 1; j <= terms; j++) {
            sum += term;
            if (sum > LARGE) {
                sum /= LARGE;
                term /= LARGE;
                logScale += LOG_LARGE;
            }
            term *= half / (odd ? j + 0.5 : j);
        }
        // Each factor alone may leave the range of doubles long before their product does.
        return start + (sum == 0 ? 0 : Math.exp(Math.log(sum) + logScale - half));
    }
}
