package io.touchstone.statistics.heterogeneity;

import io.touchstone.statistics.BetaDistribution;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.List;

/**
 * Whether segments differ, where their standard errors are estimated from few units: Welch 1951 (Biometrika 38:330).
 *
 * <p>Cochran's Q takes the errors as known and alarms too often. With w_s = 1/se_s², W = Σw, ν_s the degrees of freedom of se_s, k
 * segments and Λ = Σ(1 − w_s/W)²/ν_s: F = Q/(k − 1)/(1 + 2(k − 2)Λ/(k² − 1)) against Fisher's distribution with k − 1 and
 * (k² − 1)/(3Λ) degrees of freedom. For large ν it is Q. See {@code docs/statistics/heterogeneity.md}.
 */
public final class WelchHeterogeneity {
    private WelchHeterogeneity() {}

    /**
     * The p-value, 0 to 1.
     *
     * @param effects segments that share no unit
     * @param degreesOfFreedom of their standard errors in the same order, above 0; Satterthwaite's for a difference of means
     * @return {@link Reason#SINGLE_SEGMENT} below two segments
     * @throws IllegalArgumentException for lists of different lengths, or degrees of freedom that are not above 0
     */
    public static Result<Double> p(List<SegmentEffect> effects, List<Double> degreesOfFreedom) {
        if (effects.size() != degreesOfFreedom.size()) {
            throw new IllegalArgumentException("degreesOfFreedom: " + degreesOfFreedom.size() + " of them (expected: "
                    + effects.size() + ", one for each segment)");
        }
        int k = effects.size();
        if (k < 2) {
            return new NotEstimable<>(Reason.SINGLE_SEGMENT, "Segments: " + k + " (at least 2 are needed).");
        }
        PooledEffect fixed = PooledEffect.of(effects, 0);
        double q = 0;
        double lambda = 0;
        for (int s = 0; s < k; s++) {
            double df = degreesOfFreedom.get(s);
            if (!(df > 0)) {
                throw new IllegalArgumentException("degreesOfFreedom: " + df + " (expected: above 0)");
            }
            double gap =
                    (effects.get(s).effect() - fixed.mean()) / effects.get(s).standardError();
            double others = 1 - fixed.variance() / effects.get(s).variance();
            q += gap * gap;
            lambda += others * others / df;
        }
        double square = (double) k * k - 1;
        double f = q / (k - 1) / (1 + 2 * (k - 2) * lambda / square);
        double below = square / (3 * lambda);
        // P(F > f) = I_x(below/2, (k − 1)/2) with x = below/(below + (k − 1)·f).
        double sum = below + (k - 1) * f;
        return new Estimated<>(new BetaDistribution(below / 2, (k - 1) / 2.0).lower(below / sum, (k - 1) * f / sum));
    }
}
