package io.touchstone.statistics;

/**
 * How far skewed values push the two tails of Welch's test apart: the skewness of the standardised difference of means.
 *
 * <p>κ = (k3_t/n_t² − k3_c/n_c²)/(s_t²/n_t + s_c²/n_c)^{3/2}, k3 = n·M3/((n − 1)(n − 2)) the unbiased third cumulant. To first
 * order a one-sided tail that should hold α/2 holds α/2 ∓ κ·φ(z)(2z² + 1)/6 (Hall 1992, Edgeworth expansion of a Studentised mean).
 * See {@code docs/statistics/welch.md}.
 */
public final class SkewGuard {

    /** Above this |κ| a tail that should hold 2.5 % is off by about half a percentage point: Welch alone is not enough. */
    public static final double LIMIT = 0.06;

    /** Above this |κ| the first-order correction is no longer enough either: the difference of means is not estimable. */
    public static final double CORRECTABLE = 0.2;

    private SkewGuard() {}

    /**
     * κ, without unit.
     *
     * @return {@link Reason#TOO_FEW_UNITS} below three units in an arm, {@link Reason#ZERO_VARIANCE} where both are constant,
     *     {@link Reason#NOT_FINITE} for third moments that cannot belong to such variances
     */
    public static Result<Double> kappa(SkewMoments control, SkewMoments treatment) {
        if (control.moments().n() < 3 || treatment.moments().n() < 3) {
            return new NotEstimable<>(Reason.TOO_FEW_UNITS, "Skewness needs at least 3 units in each arm.");
        }
        double squared =
                control.moments().varianceOfMean() + treatment.moments().varianceOfMean();
        if (squared == 0) {
            return new NotEstimable<>(Reason.ZERO_VARIANCE, "All units of an arm have the same value, in both arms.");
        }
        double error = Math.sqrt(squared);
        return finite(standardised(treatment, error) - standardised(control, error));
    }

    /**
     * κ as it would be if both arms had the same distribution, with the second and third cumulants pooled within arms.
     *
     * <p>A guard must not decide by {@link #kappa}: where a small arm happens to lack its large values, its mean is off and its
     * own skewness looks harmless, both for the same reason. Pooled, the large arm tells the shape of the small one.
     *
     * @return as {@link #kappa}
     */
    public static Result<Double> pooledKappa(SkewMoments control, SkewMoments treatment) {
        return pooledKappa(control, treatment, 1);
    }

    /**
     * The same where the treatment's values are those of the control times a factor, as under a relative change: then arms of one size
     * are skewed too.
     *
     * @param factor above 0, finite
     * @return as {@link #kappa}
     */
    public static Result<Double> pooledKappa(SkewMoments control, SkewMoments treatment, double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("factor: " + factor + " (expected: finite, above 0)");
        }
        double nc = control.moments().n();
        double nt = treatment.moments().n();
        if (nc < 3 || nt < 3) {
            return new NotEstimable<>(Reason.TOO_FEW_UNITS, "Skewness needs at least 3 units in each arm.");
        }
        double variance = (control.moments().m2() + treatment.moments().m2()) / (nc + nt - 2);
        if (variance == 0) {
            return new NotEstimable<>(Reason.ZERO_VARIANCE, "All units of an arm have the same value, in both arms.");
        }
        double deviation = Math.sqrt(variance);
        double cumulants = (nc - 1) * (nc - 2) / nc + (nt - 1) * (nt - 2) / nt;
        double skewness =
                (control.m3() / deviation / deviation / deviation + treatment.m3() / deviation / deviation / deviation)
                        / cumulants;
        double spread = Math.sqrt(1 / nc + factor * factor / nt);
        double cubes = factor * factor * factor / nt / nt - 1 / nc / nc;
        return finite(skewness * cubes / spread / spread / spread);
    }

    private static Result<Double> finite(double kappa) {
        return Double.isFinite(kappa)
                ? new Estimated<>(kappa)
                : new NotEstimable<>(Reason.NOT_FINITE, "The third moments are out of range beside the variances.");
    }

    /** k3/(n²·error³), divided step by step so that neither a power nor a product leaves the range of doubles. */
    private static double standardised(SkewMoments arm, double error) {
        double n = arm.moments().n();
        return arm.m3() / error / error / error / n / (n - 1) / (n - 2);
    }
}
