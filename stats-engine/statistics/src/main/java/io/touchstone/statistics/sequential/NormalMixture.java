package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Alpha;

/**
 * The boundary of the normal mixture, valid at every look at once. One boundary with several names: mixture sequential
 * probability ratio test (Johari, Pekelis and Walsh 2022: τ² = 1/ρ with time 1/V), two-sided normal mixture (Howard, Ramdas,
 * McAuliffe and Sekhon 2021), asymptotic confidence sequence (Waudby-Smith et al. 2024, Theorem 2.2: their ρ² is 1/ρ here).
 *
 * <p>Half-width = se·B(t), B(t) = √[((t + ρ)/t)·ln((t + ρ)/(ρα²))]. See {@code docs/statistics/normal-mixture.md}.
 *
 * @param rho mixing precision in the unit of time (units, or information), above 0; fixed before the data
 */
public record NormalMixture(double rho) {

    /** @throws IllegalArgumentException for a rho that is not finite and above 0 */
    public NormalMixture {
        if (!(rho > 0 && rho < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rho: " + rho + " (expected: finite, above 0)");
        }
    }

    /** Tightest at time {@code target}: ρ = t/(y − 1) with y − ln y = 1 − 2 ln α, that is y = −W₋₁(−α²/e). */
    public static NormalMixture tunedExactly(double target, Alpha alpha) {
        double right = 1 - 2 * Math.log(alpha.value());
        double y = right + Math.log(right);
        double before = 0;
        for (int i = 0; i < 100 && Math.abs(y - before) > 1e-16 * y; i++) {
            before = y;
            // Newton on y − ln y, whose slope is (y − 1)/y.
            y -= (y - Math.log(y) - right) * y / (y - 1);
        }
        return new NormalMixture(target / (y - 1));
    }

    /** The usual approximation, ρ = t/(−2 ln α + ln(1 − 2 ln α)). */
    public static NormalMixture tuned(double target, Alpha alpha) {
        double twice = -2 * Math.log(alpha.value());
        return new NormalMixture(target / (twice + Math.log1p(twice)));
    }

    /** By the variance τ² of the mixed effect, with time counted as information 1/V. */
    public static NormalMixture ofEffectVariance(double tauSquared) {
        return new NormalMixture(1 / tauSquared);
    }

    /** B(t): how many standard errors the two-sided sequence reaches to each side. */
    public double multiplier(double time, Alpha alpha) {
        double u = ratio(time);
        return Math.sqrt((u + 1) / u * (Math.log1p(u) - 2 * Math.log(alpha.value())));
    }

    /** How many standard errors below the estimate the one-sided lower sequence runs: √(2(u+1)/u·ln(1 + √(u+1)/(2α))). */
    public double oneSidedMultiplier(double time, Alpha alpha) {
        double u = ratio(time);
        return Math.sqrt(2 * (u + 1) / u * Math.log1p(Math.sqrt(u + 1) / (2 * alpha.value())));
    }

    /**
     * The logarithm of the mixture likelihood ratio, an e-value: −½ ln(1 + u) + z²u/(2(1 + u)), u = t/ρ.
     *
     * @param z estimate divided by its standard error, finite: without a standard error there is no e-value
     * @throws IllegalArgumentException for a z whose square is no number, as an estimate divided by 0 has
     */
    public double logE(double z, double time) {
        if (!(z * z < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("z: " + z + " (expected: finite, and its square too)");
        }
        double u = ratio(time);
        return -Math.log1p(u) / 2 + z * z * u / (2 * (1 + u));
    }

    /** The p-value of one look, min(1, 1/E), at least the smallest normal double. Over looks the smallest one holds. */
    public double p(double z, double time) {
        return EValues.p(logE(z, time));
    }

    private double ratio(double time) {
        if (!(time > 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("time: " + time + " (expected: finite, above 0)");
        }
        return time / rho;
    }
}
