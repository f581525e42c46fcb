package io.touchstone.statistics;

/**
 * The relative change, treatment mean / control mean − 1, as a fraction: 0.1 is +10 %.
 *
 * @param estimate the point estimate
 * @param g Fieller's z²·Var(mean_c)/mean_c²: below 1 the interval is bounded
 * @param set the confidence set, or why there is none
 * @param controlNegative whether the control mean is below 0: then the sign of the lift is opposite to the direction of the change
 */
public record Lift(double estimate, double g, Result<FiellerSet> set, boolean controlNegative) {

    /** The interval of the lift where the set is one. */
    public Result<Interval> interval() {
        return switch (set) {
            case NotEstimable<FiellerSet> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<FiellerSet>(FiellerSet.Bounded bounded) -> new Estimated<>(bounded.interval());
            case Estimated<FiellerSet> _ ->
                new NotEstimable<>(
                        Reason.RELATIVE_UNBOUNDED,
                        "The control mean is within its noise of 0 (g = " + g
                                + "): the relative interval is unbounded.");
        };
    }
}
