package io.touchstone.report.count;

import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.cell.SystemMetric;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All arms of a phase as of a day.
 *
 * @param arms by metric and variant; what is not there was not counted yet
 * @param firstDay the first cohort day that has a unit
 */
public record Counts(Map<ArmKey, ArmCount> arms, Optional<LocalDate> firstDay) {

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

    /** The counts of one metric alone, by variant. */
    public static Counts of(MetricRef metric, Map<String, ArmCount> variants) {
        Map<ArmKey, ArmCount> arms = new HashMap<>();
        variants.forEach((variant, count) -> arms.put(new ArmKey(metric, variant), count));
        return new Counts(arms, Optional.empty());
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
