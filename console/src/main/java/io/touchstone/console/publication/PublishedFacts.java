package io.touchstone.console.publication;

import io.touchstone.console.apikey.ApiKeys;
import io.touchstone.console.experiment.Experiments;
import io.touchstone.console.experiment.Phase;
import io.touchstone.console.experiment.Phases;
import io.touchstone.console.flag.FlagSettings;
import io.touchstone.console.flag.Flags;
import io.touchstone.console.importing.Imports;
import io.touchstone.console.layer.Layers;
import io.touchstone.console.metric.Metrics;
import io.touchstone.console.project.Environment;
import java.time.Instant;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Reads what is published of an environment, in the caller's transaction. Every feature that is published is asked here. */
public final class PublishedFacts {
    private final Layers layers;
    private final Flags flags;
    private final FlagSettings settings;
    private final Experiments experiments;
    private final Phases phases;
    private final Metrics metrics;
    private final ApiKeys keys;
    private final Imports imports;

    // One collaborator a feature: the documents join them all.
    public PublishedFacts(
            Layers layers,
            Flags flags,
            FlagSettings settings,
            Experiments experiments,
            Phases phases,
            Metrics metrics,
            ApiKeys keys,
            Imports imports) {
        this.layers = layers;
        this.flags = flags;
        this.settings = settings;
        this.experiments = experiments;
        this.phases = phases;
        this.metrics = metrics;
        this.keys = keys;
        this.imports = imports;
    }

    Mono<EnvironmentFacts> read(Environment environment, Instant now) {
        return Mono.zip(
                        layers.all(environment).collectList(),
                        flags.all(environment.projectId()).collectList(),
                        settings.all(environment),
                        experiments.all(environment).collectList(),
                        phases.all(environment).collect(Collectors.groupingBy(Phase::experiment)),
                        metrics.all(environment.projectId()).collectList(),
                        keys.all(environment).collectList(),
                        imports.all(environment).collectList())
                .map(all -> new EnvironmentFacts(
                        environment,
                        now,
                        all.getT1(),
                        all.getT2(),
                        all.getT3(),
                        all.getT4(),
                        all.getT5(),
                        all.getT6(),
                        all.getT7(),
                        all.getT8()));
    }
}
