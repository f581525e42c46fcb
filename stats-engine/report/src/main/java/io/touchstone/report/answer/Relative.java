package io.touchstone.report.answer;

import io.touchstone.statistics.Interval;
import java.util.Optional;

/**
 * The lift, treatment / control − 1, as a fraction.
 *
 * @param method {@link #FIELLER}
 * @param estimate the lift, where it is defined
 * @param interval where it is bounded
 * @param notEstimable why the estimate or the interval is not there
 */
public record Relative(
        String method, Optional<Double> estimate, Optional<Interval> interval, Optional<Absence> notEstimable) {

    /** Fieller's interval with the normal quantile. */
    public static final String FIELLER = "fieller";

    static Relative missing(Absence why) {
        return new Relative(FIELLER, Optional.empty(), Optional.empty(), Optional.of(why));
    }
}
