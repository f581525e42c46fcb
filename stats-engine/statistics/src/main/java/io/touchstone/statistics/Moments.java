package io.touchstone.statistics;

import java.util.OptionalDouble;

/**
 * Number, mean and centred second moment of the values of one arm. A commutative monoid under {@link #plus}.
 *
 * @param n units, 0 or more
 * @param mean mean value, in the metric's unit; 0 where n = 0
 * @param m2 Σ(y − mean)², in the unit squared, 0 or more; 0 where n ≤ 1
 */
public record Moments(long n, double mean, double m2) {

    /** No units. */
    public static final Moments NONE = new Moments(0, 0, 0);

    /** @throws IllegalArgumentException for numbers that no set of values has */
    public Moments {
        if (n < 0) {
            throw new IllegalArgumentException("n: " + n + " (expected: 0 or more)");
        }
        if (!Double.isFinite(mean) || n == 0 && mean != 0) {
            throw new IllegalArgumentException("mean: " + mean + " (expected: finite, and 0 without units)");
        }
        if (!(m2 >= 0 && m2 < Double.POSITIVE_INFINITY) || n <= 1 && m2 != 0) {
            throw new IllegalArgumentException("m2: " + m2 + " (expected: finite, 0 or more, and 0 for n up to 1)");
        }
    }

    /** One unit's value. */
    public static Moments of(double value) {
        return new Moments(1, value, 0);
    }

    /**
     * The units' values in two passes: the mean as a shift of the first value, then the squares about it less what the rounding
     * of the mean adds (Chan, Golub and LeVeque 1983, algorithm 1.7). Better by far than merging unit by unit where the mean is
     * large beside the spread.
     */
    public static Moments ofValues(double... values) {
        int n = values.length;
        if (n == 0) {
            return NONE;
        }
        double shift = 0;
        for (double value : values) {
            shift += (value - values[0]) / n;
        }
        double mean = values[0] + shift;
        double deviations = 0;
        double squares = 0;
        for (double value : values) {
            double deviation = value - mean;
            deviations += deviation;
            squares += deviation * deviation;
        }
        return new Moments(n, mean, n == 1 ? 0 : Math.max(0, squares - deviations * deviations / n));
    }

    /**
     * From the sample variance.
     *
     * @param variance divisor n − 1, 0 or more; ignored for n up to 1
     */
    public static Moments ofVariance(long n, double mean, double variance) {
        return new Moments(n, mean, n <= 1 ? 0 : variance * (n - 1));
    }

    /**
     * The units of both sets: Chan, Golub and LeVeque 1979. Any order of merging gives the same up to
     * rounding.
     */
    public Moments plus(Moments other) {
        if (n == 0) {
            return other;
        }
        if (other.n == 0) {
            return this;
        }
        long total = Math.addExact(n, other.n);
        double share = (double) other.n / total;
        double delta = other.mean - mean;
        return new Moments(total, mean + delta * share, m2 + other.m2 + delta * delta * share * n);
    }

    /** Sample variance, divisor n − 1, in the unit squared; absent below two units. */
    public OptionalDouble variance() {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(m2 / (n - 1));
    }

    /** Squared standard error of the mean; {@code n} must be at least 2. */
    double varianceOfMean() {
        return m2 / (n - 1) / n;
    }

    /** The mean with s²/n, for {@link FiellerInterval}; {@code n} must be at least 2. */
    public MeanEstimate estimate() {
        if (n < 2) {
            throw new IllegalStateException("n: " + n + " (expected: 2 or more)");
        }
        return new MeanEstimate(mean, varianceOfMean());
    }
}
