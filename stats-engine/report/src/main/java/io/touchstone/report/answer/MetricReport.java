package io.touchstone.report.answer;

import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricRole;
import java.util.List;

/**
 * One metric in all variants.
 *
 * @param metric what was measured
 * @param role what for
 * @param variants in the order of the phase
 */
public record MetricReport(MetricDefinition metric, MetricRole role, List<VariantReport> variants) {

    /** Keeps a copy. */
    public MetricReport {
        variants = List.copyOf(variants);
    }
}
