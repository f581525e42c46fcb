package io.touchstone.model.catalog;

import io.touchstone.core.input.InvalidInputException;

/**
 * Days after the cohort day, both ends included; day 0 is the cohort day.
 *
 * @param from first day, 0..730
 * @param to last day, {@code from}..730
 */
public record DayRange(int from, int to) {

    /** Checks order and bounds. */
    public DayRange {
        if (from < 0 || to < from || to > 730) {
            throw new InvalidInputException(
                    "days_invalid", "days: [" + from + ", " + to + "] (expected: 0 <= from <= to <= 730)");
        }
    }
}
