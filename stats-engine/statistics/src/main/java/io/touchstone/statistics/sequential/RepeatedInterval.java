package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * Repeated confidence intervals, estimate ± z_k·se: Jennison and Turnbull, JRSS B 1989. All of them cover together with
 * probability 1 − alpha, whatever the stopping rule; they agree with the boundary.
 */
public final class RepeatedInterval {

    private RepeatedInterval() {}

    /** For a two-sided design; {@link Reason#NO_ALPHA_SPENT} where the look has no boundary. */
    public static Result<Interval> of(MatureDifference difference, Boundary boundary) {
        if (boundary.z().isEmpty()) {
            return none(boundary);
        }
        double half = boundary.zOrInfinity() * difference.standardError();
        return new Estimated<>(new Interval(difference.difference() - half, difference.difference() + half));
    }

    /** The lower limit of a one-sided design, which has no upper one. */
    public static Result<Double> lowerLimit(MatureDifference difference, Boundary boundary) {
        return boundary.z().isEmpty()
                ? none(boundary)
                : new Estimated<>(difference.difference() - boundary.zOrInfinity() * difference.standardError());
    }

    private static <T> Result<T> none(Boundary boundary) {
        return new NotEstimable<>(
                Reason.NO_ALPHA_SPENT,
                "At spending time " + boundary.look().spendingTime() + " the look spends no alpha: no interval.");
    }
}
