package io.touchstone.core.datafile;

import io.touchstone.core.condition.Condition;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold between the parts of a datafile. */
final class DatafileRules {
    private final List<LayerDefinition> layers;
    private final List<Segment> segments;
    private final List<Holdout> holdouts;
    private final Map<String, ExperimentDefinition> experiments;
    private final List<FlagDefinition> flags;

    DatafileRules(
            List<LayerDefinition> layers,
            List<Segment> segments,
            List<Holdout> holdouts,
            List<ExperimentDefinition> experiments,
            List<FlagDefinition> flags) {
        this.layers = layers;
        this.segments = segments;
        this.holdouts = holdouts;
        this.experiments = experiments.stream().collect(Collectors.toMap(ExperimentDefinition::key, e -> e));
        this.flags = flags;
    }

    void check() {
        checkLayers();
        checkConditions();
        checkFlags();
        for (Holdout holdout : holdouts) {
            if (experiments.containsKey(holdout.key())) {
                throw InvalidInputException.of(
                        FaultCode.DUPLICATE, "holdouts", holdout.key(), "a key no experiment has");
            }
        }
    }

    private void checkLayers() {
        Set<String> known = keys(layers, LayerDefinition::key);
        Map<String, List<Owned>> taken = new HashMap<>();
        for (ExperimentDefinition experiment : experiments.values()) {
            String name = "experiments[" + experiment.key() + "].layer";
            requireKnown(name, experiment.layer(), known, "a layer of the datafile");
            List<Owned> owned = taken.computeIfAbsent(experiment.layer(), layer -> new ArrayList<>());
            experiment.slots().forEach(range -> owned.add(new Owned(range, experiment.key())));
        }
        taken.forEach(DatafileRules::checkDisjoint);
    }

    private static void checkDisjoint(String layer, List<Owned> owned) {
        owned.sort((left, right) -> left.range.compareTo(right.range));
        for (int i = 1; i < owned.size(); i++) {
            if (owned.get(i).range.overlaps(owned.get(i - 1).range)) {
                String pair = owned.get(i - 1).experiment + " and " + owned.get(i).experiment;
                throw InvalidInputException.of(
                        FaultCode.SLOTS_OVERLAP, "layers[" + layer + "]", pair, "experiments that share no slot");
            }
        }
    }

    private void checkConditions() {
        Map<String, Set<String>> named = new HashMap<>();
        for (Segment segment : segments) {
            named.put(segment.key(), segment.condition().segments());
        }
        Set<String> known = named.keySet();
        named.forEach((key, names) ->
                names.forEach(name -> requireKnown("segments[" + key + "]", name, known, "a segment of the datafile")));
        new Nesting("segments", named).check();
        for (ExperimentDefinition experiment : experiments.values()) {
            requireSegments("experiments[" + experiment.key() + "].audience", experiment.audience(), known);
        }
        for (FlagDefinition flag : flags) {
            for (Rule rule : flag.rules()) {
                if (rule instanceof RolloutRule rollout) {
                    requireSegments(
                            "flags[" + flag.key() + "].rules[" + rollout.key() + "]", rollout.audience(), known);
                }
            }
        }
    }

    private void checkFlags() {
        Set<String> known = keys(flags, FlagDefinition::key);
        Map<String, Set<String>> required = new HashMap<>();
        for (FlagDefinition flag : flags) {
            Set<String> names = keys(flag.prerequisites(), Prerequisite::flag);
            names.forEach(name ->
                    requireKnown("flags[" + flag.key() + "].prerequisites", name, known, "a flag of the datafile"));
            required.put(flag.key(), names);
            checkVariantTypes(flag);
        }
        new Nesting("prerequisites", required).check();
    }

    private void checkVariantTypes(FlagDefinition flag) {
        for (Rule rule : flag.rules()) {
            ExperimentDefinition experiment = rule instanceof ExperimentRule ? experiments.get(rule.key()) : null;
            if (experiment != null) {
                for (VariantDefinition variant : experiment.variants()) {
                    String name = "experiments[" + experiment.key() + "].variants[" + variant.key() + "].value";
                    flag.type().require(name, variant.value());
                }
            }
        }
    }

    private static void requireSegments(String name, @Nullable Condition audience, Set<String> known) {
        if (audience != null) {
            audience.segments().forEach(key -> requireKnown(name, key, known, "a segment of the datafile"));
        }
    }

    private static <T> Set<String> keys(List<T> list, Function<T, String> key) {
        return list.stream().map(key).collect(Collectors.toSet());
    }

    private static void requireKnown(String name, String key, Collection<String> known, String expected) {
        if (!known.contains(key)) {
            throw InvalidInputException.of("reference_unknown", name, key, expected);
        }
    }

    private record Owned(SlotRange range, String experiment) {}
}
