package io.touchstone.report.answer;

import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.report.count.Cut;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a report is about.
 *
 * @param catalog the newest published catalog
 * @param experiment one of its experiments
 * @param phase one of the experiment's phases
 * @param asOf calendar day in the environment's zone
 * @param readAt the instant of the question; its own day is not over and closes no window
 */
public record ReportScope(
        Catalog catalog, ExperimentFacts experiment, PhaseFacts phase, LocalDate asOf, Instant readAt) {

    /** The days this report sees. */
    public Cut cut() {
        return cut(asOf);
    }

    /** The days the same report as of another day sees. */
    public Cut cut(LocalDate day) {
        return Cut.of(phase, experiment.phase(phase.number() + 1), catalog.zone(), day, readAt);
    }

    /** The phase's metric of that key. */
    public Optional<PhaseMetric> metric(String key) {
        return phase.metrics().stream()
                .filter(used -> used.metric().key().equals(key))
                .findFirst();
    }

    /** The definitions of the phase's metrics. */
    public List<MetricDefinition> metrics() {
        return phase.metrics().stream().map(this::definition).toList();
    }

    /** The definition of a metric of the phase; the catalog always has it. */
    public MetricDefinition definition(PhaseMetric used) {
        return catalog.metric(used.metric()).orElseThrow();
    }
}
