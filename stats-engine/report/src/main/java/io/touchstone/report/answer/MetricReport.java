package io.touchstone.report.answer;

import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.PhaseMetric;
import java.util.List;

/**
 * One metric in all variants.
 *
 * @param metric what was measured
 * @param used what for, and how means are tested
 * @param variants in the order of the phase
 */
public record MetricReport(MetricDefinition metric, PhaseMetric used, List<VariantReport> variants) {

    /** Keeps a copy. */
    public MetricReport {
        variants = List.copyOf(variants);
    }
}
