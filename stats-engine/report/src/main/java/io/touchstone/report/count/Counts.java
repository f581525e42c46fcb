package io.touchstone.report.count;

import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.cell.SystemMetric;
import java.util.Map;

/**
 * All arms of a phase as of a day.
 *
 * @param arms by metric and variant; what is not there was not counted yet
 */
public record Counts(Map<ArmKey, ArmCount> arms) {

    /**
     * One metric in one arm.
     *
     * @param metric metric and version
     * @param variant variant key
     */
    public record ArmKey(MetricRef metric, String variant) {}

    /** Keeps a copy. */
    public Counts {
        arms = Map.copyOf(arms);
    }

    /** The numbers of a metric in an arm; {@link ArmCount#NONE} where nothing was counted. */
    public ArmCount of(MetricRef metric, String variant) {
        return arms.getOrDefault(new ArmKey(metric, variant), ArmCount.NONE);
    }

    /** The numbers of a system metric in an arm. */
    public ArmCount of(SystemMetric metric, String variant) {
        return of(Tally.ref(metric), variant);
    }
}
