package io.touchstone.report.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.touchstone.report.answer.ReportScope;
import io.touchstone.report.answer.VariantValue;
import io.touchstone.report.series.Series;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric over time.
 *
 * @param metric key of a metric of the phase
 * @param alpha of every interval
 * @param intervals what the intervals of the course hold for
 * @param entry by cohort day, without gaps
 * @param course as of every day, without gaps
 */
@Schema(name = "ReportSeries")
public record SeriesBody(
        String experiment,
        int phase,
        LocalDate asOf,
        String metric,
        double alpha,
        @Schema(allowableValues = POINTWISE) String intervals,
        List<EntryDayBody> entry,
        List<CourseDayBody> course) {

    private static final String POINTWISE = "pointwise-fixed-horizon";

    /** The series as it is written. */
    public static SeriesBody of(Series series) {
        ReportScope scope = series.scope();
        return new SeriesBody(
                scope.experiment().key(),
                scope.phase().number(),
                scope.asOf(),
                series.metric().metric().key(),
                scope.phase().plan().alpha(),
                POINTWISE,
                series.entry().stream().map(EntryDayBody::of).toList(),
                series.course().stream().map(CourseDayBody::of).toList());
    }

    /**
     * Units of one cohort day, alone.
     *
     * @param waiting whether their window is still open
     * @param variants in the order of the phase
     */
    @Schema(name = "SeriesEntryDay")
    public record EntryDayBody(LocalDate day, boolean waiting, List<EntryVariantBody> variants) {

        static EntryDayBody of(Series.EntryDay entry) {
            return new EntryDayBody(
                    entry.day(),
                    entry.waiting(),
                    entry.variants().stream().map(EntryVariantBody::of).toList());
        }
    }

    /**
     * One variant of a cohort day.
     *
     * @param units exposed on that day, waiting or not
     */
    @Schema(name = "SeriesEntryVariant")
    public record EntryVariantBody(
            String key,
            boolean control,
            long units,
            @Nullable Long count,
            @Nullable Double value,
            @Nullable AbsenceBody notEstimable) {

        static EntryVariantBody of(VariantValue variant) {
            return new EntryVariantBody(
                    variant.key(),
                    variant.control(),
                    variant.figures().units() + variant.figures().waiting(),
                    variant.figures().count().orElse(null),
                    variant.figures().value().orElse(null),
                    AbsenceBody.of(variant.notEstimable()));
        }
    }

    /**
     * What the report as of a day says of the metric.
     *
     * @param variants in the order of the phase
     */
    @Schema(name = "SeriesCourseDay")
    public record CourseDayBody(LocalDate day, List<VariantBody> variants) {

        static CourseDayBody of(Series.CourseDay course) {
            return new CourseDayBody(
                    course.day(),
                    course.variants().stream().map(VariantBody::of).toList());
        }
    }
}
