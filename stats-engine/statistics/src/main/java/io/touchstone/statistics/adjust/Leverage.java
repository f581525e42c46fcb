package io.touchstone.statistics.adjust;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.List;

/**
 * The squared error of an adjusted difference given the covariates, variances σ² equal within an arm: ordinary least squares, as in
 * Lin 2013 and in any textbook on the analysis of covariance.
 *
 * <p>One slope: Σ_a σ_a²(1/n_a + x'S_a x) with x = S⁻¹(z̄_t − z̄_c), S_a the centred products of the covariates and S their sum; σ_a² from
 * the residuals with divisor (n_a − 1)(1 − k/(N − 2)), as k slopes were fitted to N units. Per arm: Σ_a σ_a²(1/n_a + x_a'S_a x_a) with
 * x_a = S_a⁻¹(z̄_a − z̄), divisor n_a − 1 − k, and the noise of z̄ where the slopes differ, less what it would be by their errors alone.
 */
final class Leverage {
    private final JointMoments[] arms;
    private final Slopes[] slopes;
    private final double[] squares;

    /**
     * @param arms control, treatment
     * @param slopes of the arms
     * @param squares residual sums of squares of the arms
     */
    Leverage(JointMoments[] arms, Slopes[] slopes, double[] squares) {
        this.arms = arms;
        this.slopes = slopes;
        this.squares = squares;
    }

    /** One set of slopes; where they were fitted to more than these two arms the error is a little too large. */
    Result<CorrectedError> pooled() {
        int used = slopes[0].used();
        double rest = arms[0].n() + arms[1].n() - 2.0 - used;
        if (rest <= 0) {
            return tooFew();
        }
        double share = rest / (rest + used);
        double[] gap = new double[arms[0].dimension()];
        for (int i = 1; i < gap.length; i++) {
            gap[i] = arms[1].mean(i) - arms[0].mean(i);
        }
        double[] direction = Slopes.direction(List.of(arms[0], arms[1]), gap);
        double[] variance = new double[2];
        double[] df = new double[2];
        for (int a = 0; a < 2; a++) {
            df[a] = (arms[a].n() - 1) * share;
            variance[a] = squares[a] / df[a] * (1.0 / arms[a].n() + arms[a].product(direction, direction));
        }
        return satterthwaite(variance, df, 0);
    }

    /**
     * Slopes per arm.
     *
     * @param shares of the units in each arm
     * @param ofSlopes (θ_t − θ_c)'S(θ_t − θ_c), S the covariance of z̄
     */
    Result<CorrectedError> perArm(double[] shares, double ofSlopes) {
        double[] variance = new double[2];
        double[] df = new double[2];
        double noise = 0;
        for (int a = 0; a < 2; a++) {
            df[a] = arms[a].n() - 1.0 - slopes[a].used();
            if (df[a] <= 0) {
                return tooFew();
            }
            double[] gap = new double[arms[a].dimension()];
            for (int i = 1; i < gap.length; i++) {
                gap[i] = shares[1 - a] * (arms[a].mean(i) - arms[1 - a].mean(i));
            }
            double[] direction = Slopes.direction(List.of(arms[a]), gap);
            double unit = squares[a] / df[a];
            variance[a] = unit * (1.0 / arms[a].n() + arms[a].product(direction, direction));
            // Trace of the slopes' covariance with that of the mean: covariates are alike in both arms.
            noise += unit * slopes[a].used() / (arms[a].n() - 1.0) / (arms[0].n() + arms[1].n());
        }
        return satterthwaite(variance, df, Math.max(0, ofSlopes - noise));
    }

    private static Result<CorrectedError> satterthwaite(double[] variance, double[] df, double more) {
        double sum = variance[0] + variance[1] + more;
        if (sum == 0) {
            return new NotEstimable<>(
                    Reason.ZERO_VARIANCE, "The covariates leave nothing to vary in either arm: no standard error.");
        }
        double control = variance[0] / sum;
        double treatment = variance[1] / sum;
        // The part of the slopes' difference has an error of higher order.
        double inverse = control * control / df[0] + treatment * treatment / df[1];
        return new Estimated<>(new CorrectedError(sum, 1 / inverse));
    }

    private Result<CorrectedError> tooFew() {
        return new NotEstimable<>(
                Reason.TOO_FEW_UNITS,
                "Units: control " + arms[0].n() + ", treatment " + arms[1].n() + " for " + slopes[0].used()
                        + " covariates.");
    }
}
