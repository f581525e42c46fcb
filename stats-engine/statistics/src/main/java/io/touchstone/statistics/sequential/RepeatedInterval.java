package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * Repeated confidence intervals: Jennison and Turnbull, JRSS B 1989. What the method does not reject at the level of the look's
 * boundary, estimate ± z_k·se where it is normal. All of them cover together with probability 1 − alpha, whatever the stopping
 * rule; they agree with the boundary.
 */
public final class RepeatedInterval {

    private RepeatedInterval() {}

    /** For a two-sided design; {@link Reason#NO_ALPHA_SPENT} where the look has no boundary. */
    public static Result<Interval> of(MatureDifference difference, Boundary boundary) {
        if (boundary.z().isEmpty()) {
            return none(boundary);
        }
        return difference.interval(boundary.zOrInfinity());
    }

    /** The lower limit of a one-sided design, which has no upper one. */
    public static Result<Double> lowerLimit(MatureDifference difference, Boundary boundary) {
        if (boundary.z().isEmpty()) {
            return none(boundary);
        }
        double z = boundary.zOrInfinity();
        // A boundary below 0 stands for a level above one half, at which no two-sided interval exists.
        return z > 0
                ? difference.interval(z).map(Interval::low)
                : new Estimated<>(difference.difference() - z * difference.standardError());
    }

    private static <T> Result<T> none(Boundary boundary) {
        return new NotEstimable<>(
                Reason.NO_ALPHA_SPENT,
                "At spending time " + boundary.look().spendingTime() + " the look spends no alpha: no interval.");
    }
}
