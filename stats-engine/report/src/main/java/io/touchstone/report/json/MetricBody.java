package io.touchstone.report.json;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.Window;
import io.touchstone.report.answer.MetricReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One metric in all variants; what it is stands as in the catalog.
 *
 * @param days of retention: first and last day after the cohort day
 * @param variants in the order of the phase
 */
@Schema(name = "ReportMetric")
public record MetricBody(
        String key,
        int version,
        String name,

        @Schema(allowableValues = {"conversion", "count", "sum", "retention"})
        String kind,

        @Schema(allowableValues = {"success", "guardrail", "secondary"})
        String role,

        @Schema(allowableValues = {"increase", "decrease"}) String direction,
        String unit,
        @Schema(allowableValues = {"positive", "signed"}) String range,
        @Schema(allowableValues = {"guarded", "welch"}) String means,
        String event,
        @Nullable WindowBody window,
        @ArraySchema(minItems = 2, maxItems = 2) @Nullable List<Integer> days,
        @Nullable Double cap,
        List<VariantBody> variants) {

    static MetricBody of(MetricReport report) {
        MetricDefinition metric = report.metric();
        Window window = metric.window();
        DayRange days = metric.days();
        return new MetricBody(
                metric.key(),
                metric.version(),
                metric.name(),
                metric.kind().key(),
                report.used().role().key(),
                metric.direction().key(),
                metric.unit(),
                metric.range().key(),
                report.used().means().key(),
                metric.event(),
                window == null ? null : new WindowBody(window.delayMillis(), window.lengthMillis()),
                days == null ? null : List.of(days.from(), days.to()),
                metric.cap(),
                report.variants().stream().map(VariantBody::of).toList());
    }

    /** When outcomes count after the first exposure. */
    @Schema(name = "ReportWindow")
    public record WindowBody(long delayMillis, long lengthMillis) {}
}
