package io.touchstone.model.catalog;

import io.touchstone.core.input.InvalidInputException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The catalog of one environment at one version.
 *
 * @param version publication version, from 1
 * @param environment number of the environment
 * @param environmentKey {@code project/environment}
 * @param zone whose calendar days count
 * @param metrics every metric version a phase uses
 * @param experiments every experiment that was ever started
 */
public record Catalog(
        long version,
        int environment,
        String environmentKey,
        ZoneId zone,
        List<MetricDefinition> metrics,
        List<ExperimentFacts> experiments) {

    /** Version of the JSON form. */
    public static final int SCHEMA = 1;

    /** Copies the lists and checks that every metric a phase uses is there. */
    public Catalog {
        metrics = List.copyOf(metrics);
        experiments = List.copyOf(experiments);
        for (ExperimentFacts experiment : experiments) {
            for (PhaseFacts phase : experiment.phases()) {
                for (PhaseMetric used : phase.metrics()) {
                    if (find(metrics, used.metric()).isEmpty()) {
                        throw new InvalidInputException(
                                "catalog_invalid",
                                "metric: " + used.metric().key() + " version "
                                        + used.metric().version() + " (expected: a metric of the catalog)");
                    }
                }
            }
        }
    }

    /** The metric of that key and version. */
    public Optional<MetricDefinition> metric(MetricRef ref) {
        return find(metrics, ref);
    }

    /** The experiment of that key. */
    public Optional<ExperimentFacts> experiment(String key) {
        return experiments.stream()
                .filter(experiment -> experiment.key().equals(key))
                .findFirst();
    }

    private static Optional<MetricDefinition> find(List<MetricDefinition> metrics, MetricRef ref) {
        return metrics.stream().filter(metric -> metric.ref().equals(ref)).findFirst();
    }
}
