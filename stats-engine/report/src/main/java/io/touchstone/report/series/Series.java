package io.touchstone.report.series;

import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.report.answer.ReportScope;
import io.touchstone.report.answer.VariantReport;
import io.touchstone.report.answer.VariantValue;
import java.time.LocalDate;
import java.util.List;

/**
 * One metric of a phase over time, up to a day.
 *
 * @param scope which phase, which day
 * @param metric which of its metrics
 * @param entry by cohort day, without gaps
 * @param course as of every day, without gaps
 */
public record Series(ReportScope scope, PhaseMetric metric, List<EntryDay> entry, List<CourseDay> course) {

    /** Keeps copies. */
    public Series {
        entry = List.copyOf(entry);
        course = List.copyOf(course);
    }

    /**
     * Units of one cohort day, alone.
     *
     * @param day when they were first exposed
     * @param waiting whether their window is still open
     * @param variants in the order of the phase
     */
    public record EntryDay(LocalDate day, boolean waiting, List<VariantValue> variants) {

        /** Keeps a copy. */
        public EntryDay {
            variants = List.copyOf(variants);
        }
    }

    /**
     * What the report as of a day says.
     *
     * @param day as of which
     * @param variants in the order of the phase
     */
    public record CourseDay(LocalDate day, List<VariantReport> variants) {

        /** Keeps a copy. */
        public CourseDay {
            variants = List.copyOf(variants);
        }
    }
}
