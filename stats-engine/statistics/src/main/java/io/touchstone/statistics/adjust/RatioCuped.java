package io.touchstone.statistics.adjust;

import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.ratio.RatioOfSums;
import java.util.List;

/**
 * A ratio of sums adjusted for ratios of the time before: both are linearised with the arm's own ratio, y_i = (a_i − R·b_i)/mean_b and
 * x_i alike, then adjusted as means are (Deng, Xu, Kohavi and Walker 2013, appendix B).
 *
 * <p>Components: numerator, denominator, then a numerator and a denominator for each covariate; a plain covariate gets the
 * denominator 1 by {@link JointMoments#withConstant}. The adjusted ratio of an arm is R_a − θ'(Rx_a − Rx), Rx the ratio over both arms
 * together. See {@code docs/statistics/cuped.md}.
 */
public final class RatioCuped {

    private RatioCuped() {}

    /**
     * Compared by the normal distribution, slopes pooled within the two arms.
     *
     * @return the reasons of {@link RatioOfSums#of(JointMoments, JointMoments)}; a covariate without denominator is left out
     * @throws IllegalArgumentException for an odd number of components, or fewer than 4
     */
    public static Result<AdjustedMeans> adjust(JointMoments control, JointMoments treatment) {
        int dimension = control.dimension();
        if (dimension < 4 || dimension % 2 != 0 || treatment.dimension() != dimension) {
            throw new IllegalArgumentException("dimension: " + dimension + " and " + treatment.dimension()
                    + " (expected: an even number, 4 or more, the same in both arms)");
        }
        return RatioOfSums.of(control, treatment).map(pair -> adjusted(control, treatment, pair));
    }

    private static AdjustedMeans adjusted(JointMoments control, JointMoments treatment, PairEstimate raw) {
        int covariates = control.dimension() / 2 - 1;
        double[] overall = new double[covariates + 1];
        double share = treatment.n() / ((double) control.n() + treatment.n());
        for (int k = 1; k <= covariates; k++) {
            double above = control.mean(2 * k) + share * (treatment.mean(2 * k) - control.mean(2 * k));
            double below = control.mean(2 * k + 1) + share * (treatment.mean(2 * k + 1) - control.mean(2 * k + 1));
            overall[k] = hasRatio(control, k) && hasRatio(treatment, k) ? above / below : 0;
        }
        JointMoments own = linear(control, treatment, raw.control());
        JointMoments other = linear(treatment, control, raw.treatment());
        Slopes slopes = Slopes.pooled(List.of(own, other));
        return Adjustment.around(own, other, slopes, slopes, overall).pooledLargeSample();
    }

    /** The arm's linearised values, with its ratios for means. A covariate that either arm lacks has no variance left. */
    private static JointMoments linear(JointMoments arm, JointMoments opposite, MeanEstimate ratio) {
        int size = arm.dimension() / 2;
        double[][] rows = new double[size][arm.dimension()];
        double[] means = new double[size];
        for (int k = 0; k < size; k++) {
            if (k > 0 && !(hasRatio(arm, k) && hasRatio(opposite, k))) {
                continue;
            }
            means[k] = k == 0 ? ratio.mean() : arm.mean(2 * k) / arm.mean(2 * k + 1);
            rows[k][2 * k] = 1 / arm.mean(2 * k + 1);
            rows[k][2 * k + 1] = -means[k] / arm.mean(2 * k + 1);
        }
        JointMoments values = arm.combinations(rows);
        double[][] products = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                products[i][j] = values.product(i, j);
            }
        }
        return JointMoments.ofProducts(arm.n(), means, products);
    }

    private static boolean hasRatio(JointMoments arm, int k) {
        return arm.mean(2 * k + 1) != 0 && Double.isFinite(arm.mean(2 * k) / arm.mean(2 * k + 1));
    }
}
