package io.touchstone.statistics.skew;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.StudentT;

/**
 * A monotone cubic that takes a first-order error out of a Studentised statistic: g(t) = t + at² + a²t³/3 + b.
 *
 * <p>If P(T > x) = 1 − Φ(x) − φ(x)(ax² + b) to first order, g(T) is Student's to that order; the cubic term makes g'(t) = (1 + at)² ≥ 0, so
 * that test and interval never disagree: Hall 1992 (JRSS B 54:221).
 *
 * @param square a, without unit
 * @param shift b, without unit
 */
public record TailBend(double square, double shift) {

    /** @throws IllegalArgumentException for numbers that are not finite */
    public TailBend {
        if (!Double.isFinite(square) || !Double.isFinite(shift)) {
            throw new IllegalArgumentException("bend: " + square + ", " + shift + " (expected: finite)");
        }
    }

    /**
     * Of a Studentised mean, or difference of means: the tail's error is φ(x)κ(2x² + 1)/6.
     *
     * @param kappa skewness of the standardised difference
     */
    public static TailBend ofMeans(double kappa) {
        return new TailBend(kappa / 3, kappa / 6);
    }

    /** g(t). */
    public double transformed(double t) {
        double bent = square * t;
        return t * (1 + bent + bent * bent / 3) + shift;
    }

    /** The t with g(t) = x: (∛(1 + 3a(x − b)) − 1)/a without the division by a. */
    public double inverse(double x) {
        double shifted = x - shift;
        double root = Math.cbrt(1 + 3 * square * shifted);
        return 3 * shifted / (root * root + root + 1);
    }

    /**
     * A test with Student's degrees of freedom, bent.
     *
     * @param difference the estimate the test belongs to
     */
    public DifferenceTest of(double difference, DifferenceTest test, Alpha alpha) {
        double df = test.degreesOfFreedom().orElseThrow();
        double statistic = transformed(test.statistic());
        double quantile = alpha.t(df);
        double error = test.standardError();
        Interval interval =
                new Interval(difference - error * inverse(quantile), difference - error * inverse(-quantile));
        return new DifferenceTest(
                error, statistic, test.degreesOfFreedom(), interval, StudentT.twoSidedP(statistic, df));
    }
}
