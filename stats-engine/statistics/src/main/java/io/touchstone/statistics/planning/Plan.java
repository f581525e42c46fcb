package io.touchstone.statistics.planning;

import java.util.List;

/**
 * What a test needs.
 *
 * @param control units of the control, rounded up
 * @param treatments units of each treatment, rounded up
 * @param perComparison the errors each comparison is planned with
 * @param kappa largest |κ| of a comparison at these units; 0 where no skewness was given
 * @param skewDecides whether the units come from the skew guard's limit and not from the power
 */
public record Plan(long control, List<Long> treatments, ErrorRates perComparison, double kappa, boolean skewDecides) {

    /** Keeps a copy. */
    public Plan {
        treatments = List.copyOf(treatments);
    }

    /** Units of all arms. */
    public long total() {
        long sum = control;
        for (long units : treatments) {
            sum = Math.addExact(sum, units);
        }
        return sum;
    }

    /**
     * Days until that many units have entered.
     *
     * @param unitsPerDay that are exposed for the first time on a day, above 0
     */
    public long entryDays(double unitsPerDay) {
        UnitVariances.requirePositive("unitsPerDay", unitsPerDay);
        double days = Math.ceil(total() / unitsPerDay);
        if (!(days <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("unitsPerDay: " + unitsPerDay + " (expected: enough for an end)");
        }
        return (long) days;
    }
}
