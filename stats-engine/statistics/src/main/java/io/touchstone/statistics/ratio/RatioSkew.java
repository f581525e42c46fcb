package io.touchstone.statistics.ratio;

import io.touchstone.statistics.skew.TailBend;

/**
 * How far a Studentised difference of two ratios of sums is from normal, to first order.
 *
 * <p>With e the residuals of {@link Residuals}, T = (R_t − R_c)/se has P(T > x) = 1 − Φ(x) − φ(x)(κ(2x² + 1)/6 − λx²): κ as for means, and λ
 * because a ratio whose denominator happens to be large has a small estimate and a small standard error at once. Derived as Hall 1992 (The
 * Bootstrap and Edgeworth Expansion, section 2.4) does for smooth functions of means; both arms are taken to have one shape, pooled within
 * arms as {@link io.touchstone.statistics.SkewGuard#pooledKappa} does and for the same reason. See {@code docs/statistics/ratio.md}.
 *
 * @param kappa skewness of the standardised difference of linearised values
 * @param lambda cov(e, b/mean_b)/sd(e)·(1/n_t − 1/n_c)/√(1/n_t + 1/n_c)
 */
record RatioSkew(double kappa, double lambda) {

    /** Of arms of 3 units or more, some residual of which is not 0. */
    static RatioSkew of(Residuals control, Residuals treatment) {
        double nc = control.n();
        double nt = treatment.n();
        double freedom = nc + nt - 2;
        double deviation = Math.sqrt((control.square() + treatment.square()) / freedom);
        double cumulants = (nc - 1) * (nc - 2) / nc + (nt - 1) * (nt - 2) / nt;
        double skewness = (control.cube() / deviation / deviation / deviation
                        + treatment.cube() / deviation / deviation / deviation)
                / cumulants;
        double pull = (control.withDenominator() + treatment.withDenominator()) / freedom / deviation;
        double uneven = (1 / nt - 1 / nc) / Math.sqrt(1 / nt + 1 / nc);
        return new RatioSkew(skewness * uneven, pull * uneven);
    }

    /** Of one arm alone, 3 units or more, some residual of which is not 0: with it γ/√n and cov(e, b/mean_b)/(sd(e)√n). */
    static RatioSkew of(Residuals arm) {
        double n = arm.n();
        double deviation = Math.sqrt(arm.square() / (n - 1));
        double skewness = arm.cube() / deviation / deviation / deviation * n / (n - 1) / (n - 2);
        double pull = arm.withDenominator() / (n - 1) / deviation;
        return new RatioSkew(skewness / Math.sqrt(n), pull / Math.sqrt(n));
    }

    /** What takes the error out. */
    TailBend bend() {
        return new TailBend(kappa / 3 - lambda, kappa / 6);
    }

    /** The κ of a difference of means whose tails at z are as far off. */
    double equivalentKappa(double z) {
        return kappa - 6 * lambda * z * z / (2 * z * z + 1);
    }
}
