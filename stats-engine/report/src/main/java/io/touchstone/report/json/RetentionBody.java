package io.touchstone.report.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.touchstone.report.answer.ReportScope;
import io.touchstone.report.count.RetentionCells.Cohort;
import io.touchstone.report.retention.Retention;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Proportion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Retention by day after the first exposure.
 *
 * @param metric key of a retention metric of the phase
 * @param alpha of every interval
 * @param method of every interval, each for its own day
 * @param variants in the order of the phase
 */
@Schema(name = "ReportRetention")
public record RetentionBody(
        String experiment,
        int phase,
        LocalDate asOf,
        String metric,
        double alpha,
        @Schema(allowableValues = Retention.WILSON) String method,
        List<CurveBody> variants) {

    /** The retention as it is written. */
    public static RetentionBody of(Retention retention) {
        ReportScope scope = retention.scope();
        return new RetentionBody(
                scope.experiment().key(),
                scope.phase().number(),
                scope.asOf(),
                retention.metric().metric().key(),
                scope.phase().plan().alpha(),
                Retention.WILSON,
                retention.variants().stream().map(CurveBody::of).toList());
    }

    /**
     * One variant.
     *
     * @param curve from day 0 on, without gaps
     * @param cohorts those with units, in order
     */
    @Schema(name = "RetentionVariant")
    public record CurveBody(String key, boolean control, List<PointBody> curve, List<CohortBody> cohorts) {

        static CurveBody of(Retention.VariantCurve variant) {
            return new CurveBody(
                    variant.key(),
                    variant.control(),
                    variant.curve().stream().map(PointBody::of).toList(),
                    variant.cohorts().stream().map(CohortBody::of).toList());
        }
    }

    /**
     * One day of the curve.
     *
     * @param day days after the cohort day
     * @param cohorts number of cohort days for which it has passed
     * @param units of these cohorts
     * @param waiting units of the others
     * @param count how many units were there on that day
     */
    @Schema(name = "RetentionPoint")
    public record PointBody(
            int day,
            int cohorts,
            long units,
            long waiting,
            @Nullable Long count,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable AbsenceBody notEstimable) {

        static PointBody of(Retention.Point point) {
            Optional<Proportion> found = point.proportion().filter(counted -> counted.trials() > 0);
            return new PointBody(
                    point.day(),
                    point.cohorts(),
                    found.map(Proportion::trials).orElse(0L),
                    point.waiting(),
                    found.map(Proportion::successes).orElse(null),
                    found.map(counted -> counted.rate().getAsDouble()).orElse(null),
                    point.interval().map(Interval::low).orElse(null),
                    point.interval().map(Interval::high).orElse(null),
                    AbsenceBody.of(point.notEstimable()));
        }
    }

    /**
     * Units first exposed on one day.
     *
     * @param retained how many of them were there on day 0, 1, … after it, as far as those days have passed
     */
    @Schema(name = "RetentionCohort")
    public record CohortBody(LocalDate day, long units, List<Long> retained) {

        static CohortBody of(Cohort cohort) {
            return new CohortBody(LocalDate.ofEpochDay(cohort.day()), cohort.units(), cohort.retained());
        }
    }
}
