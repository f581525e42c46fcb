package io.touchstone.report.answer;

import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Interval;
import java.util.Optional;

/**
 * Treatment minus control, in the metric's unit (rates: a fraction).
 *
 * @param method {@link #UNPOOLED_Z} or {@link #WELCH}
 * @param estimate the difference
 * @param test standard error, statistic, interval, p; absent where the variant says why
 * @param newcombe for rates with few events: the interval to look at instead
 */
public record Absolute(String method, double estimate, Optional<DifferenceTest> test, Optional<Interval> newcombe) {

    /** Two proportions. */
    public static final String UNPOOLED_Z = "unpooled-z";
    /** Two means. */
    public static final String WELCH = "welch";
}
