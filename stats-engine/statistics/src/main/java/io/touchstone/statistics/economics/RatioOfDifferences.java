package io.touchstone.statistics.economics;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.FiellerSet;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * One difference over another with Fieller's confidence set from their joint covariance (Fieller 1954): incremental return on
 * spending, ΔM/ΔC, and the effect on the delivered.
 *
 * <p>The set holds every ρ with (Δ₁ − ρΔ₂)² ≤ z²(V₁ − 2ρV₁₂ + ρ²V₂). Its ends are values of the ratio itself, not of a lift.
 *
 * @param estimate Δ₁/Δ₂
 * @param g z²V₂/Δ₂²: below 1 the set is an interval
 * @param set of the ratio
 */
public record RatioOfDifferences(double estimate, double g, FiellerSet set) {

    /**
     * The ratio.
     *
     * @return {@link Reason#NO_DIFFERENCE_BELOW} where the second difference is 0, {@link Reason#ZERO_VARIANCE} where neither varies
     */
    public static Result<RatioOfDifferences> of(JointDifference joint, Alpha alpha) {
        double ratio = joint.first() / joint.second();
        if (!Double.isFinite(ratio)) {
            return new NotEstimable<>(
                    Reason.NO_DIFFERENCE_BELOW, "The arms do not differ in the quantity divided by: no ratio.");
        }
        if (joint.varianceFirst() == 0 && joint.varianceSecond() == 0) {
            return new NotEstimable<>(Reason.ZERO_VARIANCE, "The values do not vary in either arm.");
        }
        double z = alpha.z();
        double relative = z * Math.sqrt(joint.varianceSecond()) / joint.second();
        double g = relative * relative;
        if (!Double.isFinite(g)) {
            return new NotEstimable<>(
                    Reason.NO_DIFFERENCE_BELOW,
                    "The arms do not differ in the quantity divided by, to double precision.");
        }
        return new Estimated<>(new RatioOfDifferences(ratio, g, set(joint, ratio, g, z)));
    }

    /** Solves (1 − g)ρ² − 2bρ + c ≤ 0, everything divided by the squared second difference. */
    private static FiellerSet set(JointDifference joint, double ratio, double g, double z) {
        double second = joint.second();
        double a = 1 - g;
        double b = ratio - z * z * joint.covariance() / second / second;
        double c = ratio * ratio - z * z * joint.varianceFirst() / second / second;
        double discriminant = b * b - a * c;
        if (a > 0) {
            // The estimate itself lies in the set, so a negative one is rounding.
            discriminant = Math.max(0, discriminant);
        }
        if (a == 0 || discriminant < 0) {
            return new FiellerSet.WholeLine();
        }
        double sum = b + Math.copySign(Math.sqrt(discriminant), b);
        double one = sum / a;
        double other = sum == 0 ? one : c / sum;
        if (!Double.isFinite(one) || !Double.isFinite(other)) {
            return new FiellerSet.WholeLine();
        }
        Interval roots = new Interval(Math.min(one, other), Math.max(one, other));
        return a > 0 ? new FiellerSet.Bounded(roots) : new FiellerSet.OutsideOf(roots);
    }
}
