package io.touchstone.core.datafile;

import io.touchstone.core.condition.Condition;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold between the parts of a datafile. */
final class DatafileRules {
    private static final Nesting.Bound CONDITION_BOUND =
            new Nesting.Bound(10_000, "condition_too_large", "groups and leaves, segments in place");
    private static final Nesting.Bound PREREQUISITE_BOUND =
            new Nesting.Bound(1_000, "reference_too_many", "flags evaluated for one");

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
        Map<String, Nesting.Node> nodes = new LinkedHashMap<>();
        Set<String> known = keys(segments, Segment::key);
        for (Segment segment : segments) {
            Condition condition = segment.condition();
            requireSegments("segments[" + segment.key() + "]", condition, known);
            nodes.put(segment.key(), node(condition));
        }
        Nesting nesting = new Nesting("segments", nodes, CONDITION_BOUND);
        nesting.check();
        for (ExperimentDefinition experiment : experiments.values()) {
            checkAudience("experiments[" + experiment.key() + "].audience", experiment.audience(), known, nesting);
        }
        for (FlagDefinition flag : flags) {
            for (Rule rule : flag.rules()) {
                if (rule instanceof RolloutRule rollout) {
                    String path = "flags[" + flag.key() + "].rules[" + rollout.key() + "].audience";
                    checkAudience(path, rollout.audience(), known, nesting);
                }
            }
        }
    }

    private static void checkAudience(String path, @Nullable Condition audience, Set<String> known, Nesting nesting) {
        if (audience != null) {
            requireSegments(path, audience, known);
            nesting.require(path, node(audience));
        }
    }

    private static Nesting.Node node(Condition condition) {
        List<String> uses = new ArrayList<>();
        collectUses(condition, uses);
        return new Nesting.Node(uses, condition.size());
    }

    /** Every naming of a segment, for each is evaluated. */
    private static void collectUses(Condition condition, List<String> uses) {
        if (condition instanceof Condition.InSegment in) {
            uses.add(in.segment());
        }
        condition.parts().forEach(part -> collectUses(part, uses));
    }

    private void checkFlags() {
        Set<String> known = keys(flags, FlagDefinition::key);
        Map<String, Nesting.Node> nodes = new LinkedHashMap<>();
        for (FlagDefinition flag : flags) {
            List<String> names =
                    flag.prerequisites().stream().map(Prerequisite::flag).toList();
            names.forEach(name ->
                    requireKnown("flags[" + flag.key() + "].prerequisites", name, known, "a flag of the datafile"));
            nodes.put(flag.key(), new Nesting.Node(names, 1));
            checkVariantTypes(flag);
        }
        new Nesting("prerequisites", nodes, PREREQUISITE_BOUND).check();
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

    private static void requireSegments(String name, Condition condition, Set<String> known) {
        condition.segments().forEach(key -> requireKnown(name, key, known, "a segment of the datafile"));
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
