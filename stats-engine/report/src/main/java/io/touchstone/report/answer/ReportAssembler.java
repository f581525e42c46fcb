package io.touchstone.report.answer;

import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.model.catalog.PhaseVariant;
import io.touchstone.model.cell.SystemMetric;
import io.touchstone.report.count.Counts;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.SampleRatio;
import io.touchstone.statistics.SampleRatioTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From counts to the report: a pure function. */
public final class ReportAssembler {

    private ReportAssembler() {}

    /** The report of a scope from what was counted for it. */
    public static Report assemble(ReportScope scope, Counts counts, Freshness freshness) {
        SampleRatioReport ratio = sampleRatio(scope, counts);
        List<MetricReport> metrics = new ArrayList<>();
        for (PhaseMetric used : scope.phase().metrics()) {
            metrics.add(metric(scope, used, counts));
        }
        return new Report(scope, counts.firstDay(), freshness, ratio, metrics, health(scope, counts), warnings(ratio));
    }

    /** One metric of the phase: every variant's numbers, and every treatment against the control. */
    public static MetricReport metric(ReportScope scope, PhaseMetric used, Counts counts) {
        return new MetricContrasts(scope, used, counts).report();
    }

    /** One metric of the phase: every variant's own numbers. */
    public static List<VariantValue> values(ReportScope scope, PhaseMetric used, Counts counts) {
        return new MetricContrasts(scope, used, counts).values();
    }

    private static SampleRatioReport sampleRatio(ReportScope scope, Counts counts) {
        List<String> variants = new ArrayList<>();
        List<Long> observed = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (PhaseVariant variant : scope.phase().variants()) {
            variants.add(variant.key());
            observed.add(
                    Math.max(0, counts.of(SystemMetric.UNITS, variant.key()).units()));
            weights.add((double) variant.weight());
        }
        return new SampleRatioReport(variants, observed, SampleRatioTest.test(observed, weights));
    }

    private static List<VariantHealth> health(ReportScope scope, Counts counts) {
        List<VariantHealth> health = new ArrayList<>();
        for (PhaseVariant variant : scope.phase().variants()) {
            String key = variant.key();
            health.add(new VariantHealth(
                    key,
                    counts.of(SystemMetric.UNITS, key).units(),
                    counts.of(SystemMetric.CROSSOVER, key).whole(),
                    counts.of(SystemMetric.LATE, key).whole(),
                    counts.of(SystemMetric.LATE_EXPOSURE, key).whole()));
        }
        return health;
    }

    private static List<Warning> warnings(SampleRatioReport report) {
        List<Warning> warnings = new ArrayList<>();
        if (report.result() instanceof Estimated<SampleRatio>(SampleRatio ratio)) {
            if (ratio.p() < SampleRatioReport.MISMATCH_BELOW) {
                warnings.add(new Warning(
                        Warning.SAMPLE_RATIO_MISMATCH,
                        "Units did not fall into the variants as their weights say: do not trust the metrics.",
                        Map.of(Warning.P, ratio.p())));
            }
            if (ratio.unexpectedUnits() > 0) {
                warnings.add(new Warning(
                        Warning.UNEXPECTED_UNITS,
                        "Units were exposed to a variant whose weight is 0.",
                        Map.of(Warning.UNITS, (double) ratio.unexpectedUnits())));
            }
            if (ratio.smallCounts()) {
                warnings.add(Warning.of(
                        Warning.SMALL_COUNTS,
                        "A variant should have fewer than 5 units: the sample ratio test is only rough."));
            }
        }
        return warnings;
    }
}
