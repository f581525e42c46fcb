package io.touchstone.assignment.publication;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.ExperimentDefinition;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.ForcedVariant;
import io.touchstone.core.datafile.Holdout;
import io.touchstone.core.datafile.RolloutRule;
import io.touchstone.core.datafile.Rule;
import io.touchstone.core.datafile.VariantDefinition;
import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.PhaseVariant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The experiments and holdouts of one publication with their phases and variants, stopped and imported ones included, and the
 * unit types that something uses: what an event may name.
 */
public final class PublishedExperiments {
    private static final int HOLDOUT_PHASE = 1;
    private static final Set<String> HOLDOUT_VARIANTS = Set.of("status-quo", "all-shipped");

    private final Map<String, Known> experiments = new HashMap<>();
    private final Set<String> unitTypes = new HashSet<>(Set.of(Units.USER));

    private record Known(String unitType, Map<Integer, Set<String>> variants) {}

    PublishedExperiments(Datafile datafile, Catalog catalog) {
        for (ExperimentFacts experiment : catalog.experiments()) {
            for (PhaseFacts phase : experiment.phases()) {
                for (PhaseVariant variant : phase.variants()) {
                    add(experiment.key(), experiment.unitType(), phase.number(), variant.key());
                }
            }
        }
        for (ExperimentDefinition experiment : datafile.experiments()) {
            for (VariantDefinition variant : experiment.variants()) {
                add(experiment.key(), experiment.unitType(), experiment.phase(), variant.key());
            }
        }
        for (Holdout holdout : datafile.holdouts()) {
            HOLDOUT_VARIANTS.forEach(variant -> add(holdout.key(), holdout.unitType(), HOLDOUT_PHASE, variant));
        }
        datafile.flags().forEach(this::addUnitTypes);
    }

    /** What an experiment or holdout randomises; empty for one never published here. */
    public Optional<String> unitType(String experiment) {
        return Optional.ofNullable(experiments.get(experiment)).map(Known::unitType);
    }

    /** Whether an experiment has had that phase. */
    public boolean hasPhase(String experiment, int phase) {
        Known known = experiments.get(experiment);
        return known != null && known.variants.containsKey(phase);
    }

    /** Whether a phase of an experiment has that variant. */
    public boolean hasVariant(String experiment, int phase, String variant) {
        Known known = experiments.get(experiment);
        return known != null && known.variants.getOrDefault(phase, Set.of()).contains(variant);
    }

    /** Whether an experiment, holdout or rule is about units of that type; {@code user} always is. */
    public boolean uses(String unitType) {
        return unitTypes.contains(unitType);
    }

    private void add(String experiment, String unitType, int phase, String variant) {
        unitTypes.add(unitType);
        experiments
                .computeIfAbsent(experiment, key -> new Known(unitType, new HashMap<>()))
                .variants
                .computeIfAbsent(phase, number -> new HashSet<>())
                .add(variant);
    }

    private void addUnitTypes(FlagDefinition flag) {
        for (ForcedVariant forced : flag.forced()) {
            unitTypes.add(forced.unitType());
        }
        for (Rule rule : flag.rules()) {
            if (rule instanceof RolloutRule rollout) {
                unitTypes.add(rollout.unitType());
            }
        }
    }
}
