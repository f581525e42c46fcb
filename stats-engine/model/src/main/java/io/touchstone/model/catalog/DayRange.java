package io.touchstone.model.catalog;

import io.touchstone.core.input.InvalidInputException;

/**
 * Days after the cohort day, both ends included; day 0 is the cohort day.
 *
 * @param from first day, 0..730
 * @param to last day, {@code from}..730
 */
public record DayRange(int from, int to) {

    /** The last day of every retention curve, or further where the metric itself reaches further. */
    public static final int CURVE_DAYS = 30;

    /** Last day there is: two years, longer than events are kept. */
    public static final int MAX_DAY = 730;

    /** Checks order and bounds. */
    public DayRange {
        if (from < 0 || to < from || to > MAX_DAY) {
            throw InvalidInputException.of(
                    "days_invalid", "days", "[" + from + ", " + to + "]", "0 <= from <= to <= " + MAX_DAY);
        }
    }

    /** The days of the curve of a retention metric of this range. */
    public DayRange curve() {
        return new DayRange(0, Math.max(CURVE_DAYS, to));
    }
}
