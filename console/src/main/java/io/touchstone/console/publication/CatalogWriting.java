package io.touchstone.console.publication;

import io.touchstone.console.experiment.DimensionUse;
import io.touchstone.console.experiment.Experiment;
import io.touchstone.console.experiment.ExperimentState;
import io.touchstone.console.experiment.MetricUse;
import io.touchstone.console.experiment.Phase;
import io.touchstone.console.experiment.PhasePin;
import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.Dimension;
import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.catalog.MetricRole;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.model.catalog.PhaseVariant;
import io.touchstone.model.catalog.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The catalog of an environment: what pipeline and reports need. */
final class CatalogWriting {
    private CatalogWriting() {}

    static Catalog of(EnvironmentFacts facts) {
        Set<MetricRef> used = used(facts);
        List<MetricDefinition> metrics = facts.metrics().stream()
                .filter(metric -> used.contains(metric.ref()))
                .toList();
        List<ExperimentFacts> experiments = facts.experiments().stream()
                .filter(experiment -> !facts.phasesOf(experiment).isEmpty())
                .map(experiment -> experiment(experiment, facts.phasesOf(experiment)))
                .toList();
        return new Catalog(
                facts.environment().version(),
                facts.environment().number(),
                facts.environment().path(),
                facts.environment().zone(),
                metrics,
                experiments);
    }

    /** What phases have pinned and what drafted plans name: the pipeline keeps outcomes of both. */
    private static Set<MetricRef> used(EnvironmentFacts facts) {
        Map<String, Integer> latest = new HashMap<>();
        facts.metrics().forEach(metric -> latest.merge(metric.key(), metric.version(), Math::max));
        Set<MetricRef> used = new HashSet<>();
        for (Experiment experiment : facts.experiments()) {
            for (Phase phase : facts.phasesOf(experiment)) {
                phase.pin().metrics().forEach(use -> used.add(ref(use)));
            }
            if (experiment.state() != ExperimentState.ARCHIVED) {
                for (MetricUse use : experiment.design().metrics()) {
                    String key = Objects.requireNonNull(use.key());
                    Integer version = use.version();
                    used.add(new MetricRef(key, version == null ? latest.getOrDefault(key, 1) : version));
                }
            }
        }
        return used;
    }

    private static ExperimentFacts experiment(Experiment experiment, List<Phase> phases) {
        return new ExperimentFacts(
                experiment.key(),
                experiment.design().flag(),
                experiment.design().unitType(),
                experiment.design().imported(),
                phases.stream().map(CatalogWriting::phase).toList());
    }

    private static PhaseFacts phase(Phase phase) {
        PhasePin pin = phase.pin();
        return new PhaseFacts(
                phase.number(),
                phase.state(),
                phase.generation(),
                pin.control(),
                pin.variants().stream()
                        .map(variant -> new PhaseVariant(
                                Objects.requireNonNull(variant.key()),
                                Math.toIntExact(Objects.requireNonNull(variant.weight()))))
                        .toList(),
                phase.startsAt(),
                phase.activeFrom(),
                phase.endedAt(),
                pin.metrics().stream().map(CatalogWriting::metric).toList(),
                pin.dimensions().stream().map(CatalogWriting::dimension).toList(),
                pin.covariates(),
                new Plan(
                        Objects.requireNonNull(pin.plan().alpha()),
                        Objects.requireNonNull(pin.plan().power())));
    }

    private static PhaseMetric metric(MetricUse use) {
        return new PhaseMetric(
                ref(use),
                MetricRole.valueOf(Objects.requireNonNull(use.role()).toUpperCase(Locale.ROOT)),
                MeansMethod.valueOf(Objects.requireNonNull(use.means()).toUpperCase(Locale.ROOT)));
    }

    private static MetricRef ref(MetricUse use) {
        return new MetricRef(Objects.requireNonNull(use.key()), Objects.requireNonNull(use.version()));
    }

    private static Dimension dimension(DimensionUse use) {
        return new Dimension(Objects.requireNonNull(use.key()), Objects.requireNonNull(use.values()));
    }
}
