package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.function.Supplier;

/**
 * One reading, at an end named beforehand. There is no way to look before it.
 *
 * @param lastDay number of the calendar day of the reading
 */
public record FixedHorizon(long lastDay) implements InferencePlan {

    /**
     * The one reading.
     *
     * @param asOfDay number of the calendar day up to which the data are complete
     * @param method not asked before the last day
     * @return {@link Reason#NOT_FINAL} before the last day; else what the method says
     */
    public Result<Comparison> conclude(long asOfDay, Supplier<Result<Comparison>> method) {
        if (asOfDay < lastDay) {
            return new NotEstimable<>(
                    Reason.NOT_FINAL, "Data up to day " + asOfDay + "; the reading is on day " + lastDay + ".");
        }
        return method.get();
    }
}
