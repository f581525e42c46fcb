package io.touchstone.statistics.cap;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.WelchTest;
import java.util.stream.DoubleStream;

/**
 * Two arms after capping. Needs the units' values: cells hold values that were capped when they were counted.
 *
 * @param cap that was applied
 * @param notApplied whether a percentile came out at or below the smallest value, so that capping would have erased the metric: a
 *     warning
 * @param capped units whose value was moved, in both arms
 * @param control moments of the capped values
 * @param treatment moments of the capped values
 */
public record CappedMeans(Cap cap, boolean notApplied, long capped, Moments control, Moments treatment) {

    /**
     * Caps both arms by one rule.
     *
     * @param control units' values, finite
     * @param treatment units' values, finite
     */
    public static CappedMeans of(double[] control, double[] treatment, CapRule rule) {
        double[] pooled = DoubleStream.concat(DoubleStream.of(control), DoubleStream.of(treatment))
                .toArray();
        for (double value : pooled) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value: " + value + " (expected: finite)");
            }
        }
        Cap cap = rule.resolve(pooled);
        boolean notApplied = rule instanceof CapRule.Percentile && cap.equals(Cap.NONE);
        long capped = DoubleStream.of(pooled).filter(cap::moves).count();
        return new CappedMeans(cap, notApplied, capped, moments(control, cap), moments(treatment, cap));
    }

    /** Treatment minus control by Welch's test. */
    public Result<Comparison> compare(Alpha alpha) {
        return WelchTest.compare(control, treatment, alpha);
    }

    private static Moments moments(double[] values, Cap cap) {
        return Moments.ofValues(DoubleStream.of(values).map(cap::apply).toArray());
    }
}
