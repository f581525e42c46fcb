package io.touchstone.statistics.skew;

import io.touchstone.statistics.Alpha;

/**
 * What the two tails of Welch's test are expected to hold where there is no difference: α/2 ± κ·φ(z)(2z² + 1)/6, the first-order
 * Edgeworth expansion of a Studentised mean (Hall 1992, The Bootstrap and Edgeworth Expansion).
 *
 * @param lower share of tests that call the treatment significantly lower, 0 to 1
 * @param upper share of tests that call it significantly higher, 0 to 1
 */
public record PredictedTails(double lower, double upper) {

    /** @throws IllegalArgumentException for shares outside [0, 1] */
    public PredictedTails {
        if (!(lower >= 0 && lower <= 1 && upper >= 0 && upper <= 1)) {
            throw new IllegalArgumentException("tails: " + lower + ", " + upper + " (expected: within 0..1)");
        }
    }

    /**
     * For a skewness of the standardised difference; each tail is kept within 0 and 1, where the expansion leaves them.
     *
     * @param kappa of {@link io.touchstone.statistics.SkewGuard}
     */
    public static PredictedTails of(double kappa, Alpha alpha) {
        if (!Double.isFinite(kappa)) {
            throw new IllegalArgumentException("kappa: " + kappa + " (expected: finite)");
        }
        double z = alpha.z();
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        double shift = kappa * density * (2 * z * z + 1) / 6;
        double half = alpha.value() / 2;
        return new PredictedTails(Math.clamp(half + shift, 0.0, 1.0), Math.clamp(half - shift, 0.0, 1.0));
    }
}
