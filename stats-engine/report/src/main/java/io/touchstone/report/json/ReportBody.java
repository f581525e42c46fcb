package io.touchstone.report.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.Plan;
import io.touchstone.report.answer.Freshness;
import io.touchstone.report.answer.Report;
import io.touchstone.report.answer.ReportScope;
import io.touchstone.report.answer.VariantHealth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report.
 *
 * @param asOf calendar day of {@code zone}
 * @param config version of the publication it rests on
 * @param startsAt the start as declared
 * @param endedAt the stop or the end of the schedule; absent while it goes on
 * @param firstDay the first day on which a unit was exposed; absent where none was by the end of {@code asOf}
 * @param metrics in the order of the phase
 * @param warnings about the phase as a whole
 */
@Schema(name = "Report")
public record ReportBody(
        String experiment,
        int phase,

        @Schema(allowableValues = {"running", "paused", "stopped", "final"})
        String state,

        LocalDate asOf,
        String zone,
        long config,
        Instant startsAt,
        @Nullable Instant endedAt,
        @Nullable LocalDate firstDay,
        double alpha,
        PlanBody plan,
        FreshnessBody freshness,
        SampleRatioBody srm,
        List<MetricBody> metrics,
        HealthBody health,
        List<WarningBody> warnings) {

    /** The report as it is written. */
    public static ReportBody of(Report report) {
        ReportScope scope = report.scope();
        PhaseFacts phase = scope.phase();
        return new ReportBody(
                scope.experiment().key(),
                phase.number(),
                phase.state().key(),
                scope.asOf(),
                scope.catalog().zone().getId(),
                scope.catalog().version(),
                phase.startsAt(),
                phase.endedAt(),
                report.firstDay().orElse(null),
                phase.plan().alpha(),
                PlanBody.of(phase.plan()),
                FreshnessBody.of(report.freshness()),
                SampleRatioBody.of(report.sampleRatio()),
                report.metrics().stream().map(MetricBody::of).toList(),
                HealthBody.of(report.health()),
                WarningBody.of(report.warnings()));
    }

    /** What was fixed before the start. */
    @Schema(name = "ReportPlan")
    public record PlanBody(double alpha, double power) {

        static PlanBody of(Plan plan) {
            return new PlanBody(plan.alpha(), plan.power());
        }
    }

    /** How far the numbers have come. */
    @Schema(name = "ReportFreshness")
    public record FreshnessBody(
            @Nullable Instant countedThrough, @Nullable Long lagMillis, boolean provisional) {

        static FreshnessBody of(Freshness freshness) {
            return new FreshnessBody(
                    freshness.countedThrough().orElse(null),
                    freshness.lagMillis().orElse(null),
                    freshness.provisional());
        }
    }

    /** What was counted whatever the metrics are, by variant in the order of the phase. */
    @Schema(name = "ReportHealth")
    public record HealthBody(List<VariantHealthBody> variants) {

        static HealthBody of(List<VariantHealth> health) {
            return new HealthBody(health.stream().map(VariantHealthBody::of).toList());
        }
    }

    /** One variant of the health. */
    @Schema(name = "ReportVariantHealth")
    public record VariantHealthBody(String key, long units, long crossovers, long late, long lateExposures) {

        static VariantHealthBody of(VariantHealth health) {
            return new VariantHealthBody(
                    health.key(), health.units(), health.crossovers(), health.late(), health.lateExposures());
        }
    }
}
