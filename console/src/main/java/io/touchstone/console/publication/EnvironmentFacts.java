package io.touchstone.console.publication;

import io.touchstone.console.apikey.ApiKey;
import io.touchstone.console.experiment.Experiment;
import io.touchstone.console.experiment.Phase;
import io.touchstone.console.flag.Flag;
import io.touchstone.console.flag.FlagSetting;
import io.touchstone.console.importing.ImportResource;
import io.touchstone.console.layer.Layer;
import io.touchstone.console.project.Environment;
import io.touchstone.model.catalog.MetricDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that is published of an environment, as read in one transaction under its lock.
 *
 * @param environment at the version to publish
 * @param publishedAt now, to the millisecond
 */
record EnvironmentFacts(
        Environment environment,
        Instant publishedAt,
        List<Layer> layers,
        List<Flag> flags,
        Map<String, FlagSetting> settings,
        List<Experiment> experiments,
        Map<String, List<Phase>> phases,
        List<MetricDefinition> metrics,
        List<ApiKey> keys,
        List<ImportResource> imports) {

    /** The phases of an experiment in order of their numbers; none before its first start. */
    List<Phase> phasesOf(Experiment experiment) {
        return phases.getOrDefault(experiment.key(), List.of());
    }
}
