package io.touchstone.statistics;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Beta;

/**
 * The beta distribution with both tails to relative accuracy, also where they leave the range of doubles.
 *
 * <p>Points are given with their complement 1 − x, which near 1 carries the digits that x has lost.
 *
 * @param a first shape, above 0
 * @param b second shape, above 0
 */
public record BetaDistribution(double a, double b) {

    /** Uniform on (0, 1). */
    public static final BetaDistribution UNIFORM = new BetaDistribution(1, 1);

    /** @throws IllegalArgumentException for shapes that are not finite and above 0 */
    public BetaDistribution {
        if (!(a > 0 && a < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a: " + a + " (expected: finite, above 0)");
        }
        if (!(b > 0 && b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("b: " + b + " (expected: finite, above 0)");
        }
    }

    /** a/(a + b). */
    public double mean() {
        return a / (a + b);
    }

    /** ln B(a, b). */
    public double logBeta() {
        return Beta.logBeta(a, b);
    }

    /** ln of the density at a point inside (0, 1). */
    public double logDensity(double x, double complement) {
        return (a - 1) * Math.log(x) + (b - 1) * logComplement(x, complement) - logBeta();
    }

    /** ln P(X &lt; x). */
    public double logLower(double x, double complement) {
        if (x <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (complement <= 0) {
            return 0;
        }
        return isLeft(x) ? logSmallTail(x, complement) : logOfRest(swapped().logSmallTail(complement, x));
    }

    /** ln P(X > x). */
    public double logUpper(double x, double complement) {
        return swapped().logLower(complement, x);
    }

    /** P(X &lt; x). */
    public double lower(double x, double complement) {
        return Math.exp(logLower(x, complement));
    }

    /** P(X > x). */
    public double upper(double x, double complement) {
        return Math.exp(logUpper(x, complement));
    }

    /** The x with P(X &lt; x) = p, for p above 0 and below 1; found on the log-odds scale. */
    public double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p: " + p + " (expected: above 0 and below 1)");
        }
        double reach = 745 / Math.min(1, Math.min(a, b));
        double logOdds = new BrentSolver(1e-14, 1e-13)
                .solve(
                        500,
                        y -> p < 0.5
                                ? Math.max(-1e3, logLower(share(y), share(-y)) - Math.log(p))
                                : Math.min(1e3, Math.log1p(-p) - logUpper(share(y), share(-y))),
                        -Math.min(700, reach),
                        Math.min(700, reach));
        return share(logOdds);
    }

    private static double share(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private BetaDistribution swapped() {
        return new BetaDistribution(b, a);
    }

    private boolean isLeft(double x) {
        return x < (a + 1) / (a + b + 2);
    }

    private static double logOfRest(double logTail) {
        return Math.log1p(-Math.min(1, Math.exp(logTail)));
    }

    private static double logComplement(double x, double complement) {
        return x < 0.5 ? Math.log1p(-x) : Math.log(complement);
    }

    private static double logOf(double x, double complement) {
        return complement < 0.5 ? Math.log1p(-complement) : Math.log(x);
    }

    /** ln P(X &lt; x) left of about the mean. */
    private double logSmallTail(double x, double complement) {
        double front = a * logOf(x, complement) + b * logComplement(x, complement) - logBeta();
        return front - Math.log(a) + Math.log(BetaFraction.value(a, b, x));
    }
}
