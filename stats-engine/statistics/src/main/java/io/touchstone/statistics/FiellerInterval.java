package io.touchstone.statistics;

/**
 * The relative change of two independent means with Fieller's confidence set: Fieller 1954, with the normal quantile for rates
 * and means alike. See {@code docs/statistics/fieller.md}.
 */
public final class FiellerInterval {

    private FiellerInterval() {}

    /**
     * The lift of the treatment over the control.
     *
     * @return {@link Reason#CONTROL_MEAN_ZERO} where there is no lift; else the lift, whose set is missing with
     *     {@link Reason#ZERO_VARIANCE} where the data leave no uncertainty to measure
     */
    public static Result<Lift> of(MeanEstimate control, MeanEstimate treatment, Alpha alpha) {
        return of(PairEstimate.independent(control, treatment), alpha);
    }

    /** As {@link #of(MeanEstimate, MeanEstimate, Alpha)}, for arms whose estimates are correlated. */
    public static Result<Lift> of(PairEstimate pair, Alpha alpha) {
        return of(pair, alpha.z());
    }

    /**
     * The same with a quantile that is not the normal one, as Fieller had it: Student's, or one corrected for skewness.
     *
     * @param quantile z of the set (mean_t − ρ·mean_c)² ≤ z²·Var, above 0
     */
    public static Result<Lift> of(PairEstimate pair, double quantile) {
        MeanEstimate control = pair.control();
        MeanEstimate treatment = pair.treatment();
        if (control.mean() == 0) {
            return new NotEstimable<>(
                    Reason.CONTROL_MEAN_ZERO, "The control mean is 0: a relative change is not defined.");
        }
        double ratio = treatment.mean() / control.mean();
        double relative = quantile * Math.sqrt(control.varianceOfMean()) / control.mean();
        double g = relative * relative;
        if (!Double.isFinite(ratio) || !Double.isFinite(g)) {
            return new NotEstimable<>(
                    Reason.CONTROL_MEAN_ZERO, "The control mean is 0 to double precision: no relative change.");
        }
        return new Estimated<>(new Lift(ratio - 1, g, set(pair, ratio, g, quantile), control.mean() < 0));
    }

    private static Result<FiellerSet> set(PairEstimate pair, double ratio, double g, double z) {
        MeanEstimate control = pair.control();
        MeanEstimate treatment = pair.treatment();
        boolean treatmentConstantZero = treatment.mean() == 0 && treatment.varianceOfMean() == 0;
        if (treatmentConstantZero || control.varianceOfMean() == 0 && treatment.varianceOfMean() == 0) {
            return new NotEstimable<>(
                    Reason.ZERO_VARIANCE, "The values do not vary enough to give the relative change an interval.");
        }
        // The quadratic a ρ² − 2 ρ (ratio − shared) + c = 0 in ρ = lift + 1, divided by the squared control mean.
        double a = 1 - g;
        double relativeVariance = treatment.varianceOfMean() / control.mean() / control.mean();
        double shared = z * z * pair.covariance() / control.mean() / control.mean();
        double discriminant = z * z * relativeVariance * a + ratio * ratio * g - shared * (2 * ratio - shared);
        if (a == 0 || a < 0 && discriminant < 0) {
            return new Estimated<>(new FiellerSet.WholeLine());
        }
        // With a above 0 a negative discriminant is rounding: the variances and the covariance belong together.
        double middle = ratio - shared;
        double larger = middle + Math.copySign(Math.sqrt(Math.max(0, discriminant)), middle);
        double one = larger / a;
        // The product of the roots instead of a difference of nearly equal numbers.
        double other = larger == 0 ? one : (ratio * ratio - z * z * relativeVariance) / larger;
        if (!Double.isFinite(one) || !Double.isFinite(other)) {
            return new Estimated<>(new FiellerSet.WholeLine());
        }
        Interval roots = new Interval(Math.min(one, other) - 1, Math.max(one, other) - 1);
        return new Estimated<>(a > 0 ? new FiellerSet.Bounded(roots) : new FiellerSet.OutsideOf(roots));
    }
}
