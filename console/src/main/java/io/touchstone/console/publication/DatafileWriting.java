package io.touchstone.console.publication;

import io.touchstone.console.experiment.DesignVariant;
import io.touchstone.console.experiment.Experiment;
import io.touchstone.console.experiment.Phase;
import io.touchstone.console.flag.FlagSetting;
import io.touchstone.console.json.CoreJson;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.ExperimentDefinition;
import io.touchstone.core.datafile.ExperimentStatus;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.LayerDefinition;
import io.touchstone.core.datafile.VariantDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The datafile of an environment: what an evaluator needs. */
final class DatafileWriting {
    private DatafileWriting() {}

    static Datafile of(EnvironmentFacts facts) {
        List<LayerDefinition> layers = facts.layers().stream()
                .map(layer -> new LayerDefinition(layer.key(), layer.salt()))
                .toList();
        List<ExperimentDefinition> experiments = facts.experiments().stream()
                .filter(experiment ->
                        experiment.isLive() && !experiment.design().imported())
                .map(experiment ->
                        experiment(experiment, facts.phasesOf(experiment).getLast()))
                .toList();
        List<FlagDefinition> flags = facts.flags().stream()
                .map(flag -> facts.settings()
                        .getOrDefault(flag.key(), FlagSetting.UNTOUCHED)
                        .definition(flag))
                .toList();
        return new Datafile(
                facts.environment().path(),
                facts.environment().version(),
                facts.publishedAt(),
                layers,
                List.of(),
                List.of(),
                experiments,
                flags);
    }

    /** Assigned as pinned: what people write while it runs waits for the next phase. */
    private static ExperimentDefinition experiment(Experiment experiment, Phase phase) {
        Instant serves = experiment.servesFrom();
        return new ExperimentDefinition(
                experiment.key(),
                phase.number(),
                phase.salt(),
                phase.pin().unitType(),
                phase.pin().layer(),
                experiment.design().ranges(),
                switch (experiment.state()) {
                    case PAUSED -> ExperimentStatus.PAUSED;
                    case RUNNING, DRAFT, STOPPED, ARCHIVED -> ExperimentStatus.RUNNING;
                },
                experiment.keepServing(),
                serves == null ? phase.activeFrom() : serves,
                null,
                CoreJson.condition("audience", phase.pin().audience()),
                phase.pin().control(),
                phase.pin().variants().stream().map(DatafileWriting::variant).toList());
    }

    private static VariantDefinition variant(DesignVariant variant) {
        JsonNode value = Objects.requireNonNull(variant.value(), "an experiment that serves has values");
        return new VariantDefinition(
                Objects.requireNonNull(variant.key()),
                Math.toIntExact(Objects.requireNonNull(variant.weight())),
                CoreJson.value(value));
    }
}
