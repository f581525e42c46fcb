package io.touchstone.statistics.adjust;

import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Satterthwaite;
import java.util.OptionalDouble;

/**
 * The arithmetic of an adjustment with given slopes.
 *
 * <p>With e_a = ȳ_a − θ_a'z̄_a and z̄ = Σ w_a z̄_a the adjusted mean is e_a + θ_a'z̄, so that Var = Var(e_a) + 2Cov(e_a, θ_a'z̄) +
 * Var(θ_a'z̄), and the two means share z̄. For one θ these parts cancel in the difference; for θ per arm (θ_t − θ_c)'S(θ_t − θ_c) stays,
 * the noise of z̄ itself.
 */
final class Adjustment {
    private final JointMoments[] arms;
    private final Slopes[] slopes;
    private final double[] shares;
    /** Covariates' overall mean, at the covariates' component numbers. */
    private final double[] overall;

    private Adjustment(JointMoments[] arms, Slopes[] slopes, double[] shares, double[] overall) {
        this.arms = arms;
        this.slopes = slopes;
        this.shares = shares;
        this.overall = overall;
    }

    static Adjustment of(JointMoments control, JointMoments treatment, Slopes own, Slopes other) {
        requireSameCovariates(control, treatment, own);
        double total = (double) control.n() + treatment.n();
        double[] shares = {control.n() / total, treatment.n() / total};
        double[] overall = new double[control.dimension()];
        for (int i = 1; i < overall.length; i++) {
            overall[i] = control.mean(i) + shares[1] * (treatment.mean(i) - control.mean(i));
        }
        return around(control, treatment, own, other, overall);
    }

    private static void requireSameCovariates(JointMoments control, JointMoments treatment, Slopes slopes) {
        if (slopes.theta().size() != control.dimension() - 1 || control.dimension() != treatment.dimension()) {
            throw new IllegalArgumentException("slopes: " + slopes.theta().size() + " of them (expected: "
                    + (control.dimension() - 1) + ", one for each covariate of both arms)");
        }
    }

    /** @param overall where the covariates are compared, at their component numbers; that of component 0 is not read */
    static Adjustment around(JointMoments control, JointMoments treatment, Slopes own, Slopes other, double[] overall) {
        requireSameCovariates(control, treatment, own);
        double total = (double) control.n() + treatment.n();
        return new Adjustment(
                new JointMoments[] {control, treatment},
                new Slopes[] {own, other},
                new double[] {control.n() / total, treatment.n() / total},
                overall);
    }

    /** One set of slopes: residual variances with divisor n − 1. */
    AdjustedMeans pooled() {
        return result(0, true);
    }

    /** The same, read by the normal distribution. */
    AdjustedMeans pooledLargeSample() {
        return result(0, false);
    }

    /** Slopes per arm: residual variances with divisor n − 1 − covariates. */
    AdjustedMeans perArm() {
        return result(1, true);
    }

    private AdjustedMeans result(int fitted, boolean student) {
        Moments[] residuals = {arms[0].combination(slopes[0].residual()), arms[1].combination(slopes[1].residual())};
        double[] df = {arms[0].n() - 1.0 - fitted * slopes[0].used(), arms[1].n() - 1.0 - fitted * slopes[1].used()};
        double[] unit = {residuals[0].m2() / df[0], residuals[1].m2() / df[1]};
        double variance = unit[0] / arms[0].n() + unit[1] / arms[1].n() + ofSlopes();
        double raw = arms[0].moments(0).estimate().varianceOfMean()
                + arms[1].moments(0).estimate().varianceOfMean();
        Leverage leverage = new Leverage(arms, slopes, new double[] {residuals[0].m2(), residuals[1].m2()});
        return new AdjustedMeans(
                pair(unit),
                variance,
                slopes[0],
                slopes[1],
                unit[0],
                unit[1],
                student ? satterthwaite(unit, df) : OptionalDouble.empty(),
                arms[1].mean(0) - arms[0].mean(0),
                raw == 0 ? 0 : 1 - variance / raw,
                fitted == 0 ? leverage.pooled() : leverage.perArm(shares, ofSlopes()));
    }

    /** (θ_t − θ_c)'S(θ_t − θ_c), S the covariance of z̄: 0 where one set of slopes serves both arms. */
    private double ofSlopes() {
        double[] control = slopes[0].prediction();
        double[] gap = slopes[1].prediction();
        for (int i = 0; i < gap.length; i++) {
            gap[i] -= control[i];
        }
        double sum = 0;
        for (int arm = 0; arm < 2; arm++) {
            double product = arms[arm].product(gap, gap);
            sum += shares[arm] * shares[arm] * product / (arms[arm].n() - 1) / arms[arm].n();
        }
        return Math.max(0, sum);
    }

    private PairEstimate pair(double[] unit) {
        double[] mean = new double[2];
        double[] variance = new double[2];
        for (int a = 0; a < 2; a++) {
            // From the differences of covariate means: sums of large products would lose digits.
            mean[a] = arms[a].mean(0);
            for (int i = 1; i < overall.length; i++) {
                mean[a] -= slopes[a].theta().get(i - 1) * (arms[a].mean(i) - overall[i]);
            }
            double own = unit[a] / arms[a].n();
            double all = own + 2 * shared(a, a) + spread(a, a);
            variance[a] = Math.max(0, all);
        }
        double covariance = shared(0, 1) + shared(1, 0) + spread(0, 1);
        double bound = Math.sqrt(variance[0]) * Math.sqrt(variance[1]);
        return new PairEstimate(
                new MeanEstimate(mean[0], variance[0]),
                new MeanEstimate(mean[1], variance[1]),
                Math.clamp(covariance, -bound, bound));
    }

    /** Cov(e_a, θ_b'z̄) = w_a·Cov_a(y − θ_a'z, θ_b'z)/n_a. */
    private double shared(int a, int b) {
        double product = arms[a].product(slopes[a].residual(), slopes[b].prediction());
        return shares[a] * product / (arms[a].n() - 1) / arms[a].n();
    }

    /** Cov(θ_a'z̄, θ_b'z̄). */
    private double spread(int a, int b) {
        double sum = 0;
        for (int arm = 0; arm < 2; arm++) {
            double product = arms[arm].product(slopes[a].prediction(), slopes[b].prediction());
            sum += shares[arm] * shares[arm] * product / (arms[arm].n() - 1) / arms[arm].n();
        }
        return sum;
    }

    private OptionalDouble satterthwaite(double[] unit, double[] df) {
        double control = unit[0] / arms[0].n();
        double treatment = unit[1] / arms[1].n();
        return control + treatment == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Satterthwaite.degreesOfFreedom(control, df[0], treatment, df[1]));
    }
}
