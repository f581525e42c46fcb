package io.touchstone.pipeline.unit;

import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.PhaseVariant;
import java.util.List;

/**
 * A phase, ready to count.
 *
 * @param experiment the experiment
 * @param facts the phase
 * @param metrics its metrics
 */
record CompiledPhase(ExperimentFacts experiment, PhaseFacts facts, List<CompiledMetric> metrics) {

    CompiledPhase {
        metrics = List.copyOf(metrics);
    }

    boolean hasVariant(String key) {
        for (PhaseVariant variant : facts.variants()) {
            if (variant.key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** Length of the unit vector: the outcome, and two components for each covariate. */
    int components() {
        return 1 + 2 * facts.covariates().size();
    }
}
