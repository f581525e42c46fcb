package io.touchstone.report.retention;

import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.report.answer.Absence;
import io.touchstone.report.answer.ReportScope;
import io.touchstone.report.count.RetentionCells.Cohort;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Proportion;
import java.util.List;
import java.util.Optional;

/**
 * Retention of a phase by day after the first exposure.
 *
 * @param scope which phase, which day
 * @param metric which of its retention metrics
 * @param variants in the order of the phase
 */
public record Retention(ReportScope scope, PhaseMetric metric, List<VariantCurve> variants) {

    /** Wilson's interval of each point. */
    public static final String WILSON = "wilson";

    /** Keeps a copy. */
    public Retention {
        variants = List.copyOf(variants);
    }

    /**
     * One variant.
     *
     * @param key variant key
     * @param control whether it is the control
     * @param curve from day 0 on, without gaps
     * @param cohorts those with units, in order
     */
    public record VariantCurve(String key, boolean control, List<Point> curve, List<Cohort> cohorts) {

        /** Keeps copies. */
        public VariantCurve {
            curve = List.copyOf(curve);
            cohorts = List.copyOf(cohorts);
        }
    }

    /**
     * One day of the curve.
     *
     * @param day days after the cohort day
     * @param cohorts number of cohorts for which it has passed
     * @param waiting units of cohorts for which it has not
     * @param proportion who was there, of the units of the former; absent where the counts contradict each other
     * @param interval pointwise, where there are units
     * @param notEstimable why there is no value
     */
    public record Point(
            int day,
            int cohorts,
            long waiting,
            Optional<Proportion> proportion,
            Optional<Interval> interval,
            Optional<Absence> notEstimable) {}
}
