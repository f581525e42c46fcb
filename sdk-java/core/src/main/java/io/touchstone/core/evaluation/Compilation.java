package io.touchstone.core.evaluation;

import io.touchstone.core.bucketing.Bucketing;
import io.touchstone.core.condition.CompiledCondition;
import io.touchstone.core.condition.Condition;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.ExperimentDefinition;
import io.touchstone.core.datafile.ExperimentRule;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.Holdout;
import io.touchstone.core.datafile.LayerDefinition;
import io.touchstone.core.datafile.Prerequisite;
import io.touchstone.core.datafile.RolloutRule;
import io.touchstone.core.datafile.Rule;
import io.touchstone.core.datafile.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One compiling of a datafile. The datafile's own rules promise that every reference resolves and that there is no circle. */
final class Compilation {
    private final Datafile datafile;
    private final Map<String, Bucketing> layers = new HashMap<>();
    private final Map<String, Segment> segmentDefinitions;
    private final Map<String, CompiledCondition> segments = new HashMap<>();
    private final Map<String, ExperimentDefinition> experiments;
    private final Map<String, FlagDefinition> flagDefinitions;
    private final Map<String, List<CompiledHoldout>> holdouts = new HashMap<>();
    private final Map<String, CompiledFlag> flags = new HashMap<>();
    private final int shared;
    private final int holdoutsPrint;

    Compilation(Datafile datafile) {
        this.datafile = datafile;
        this.shared = Objects.hash(datafile.segments(), datafile.layers());
        this.holdoutsPrint = datafile.holdouts().hashCode();
        this.segmentDefinitions = byKey(datafile.segments(), Segment::key);
        this.experiments = byKey(datafile.experiments(), ExperimentDefinition::key);
        this.flagDefinitions = byKey(datafile.flags(), FlagDefinition::key);
        for (LayerDefinition layer : datafile.layers()) {
            layers.put(layer.key(), new Bucketing(layer.salt()));
        }
        for (Holdout holdout : datafile.holdouts()) {
            cover(holdout);
        }
    }

    /** In the datafile's order. By flag, so that long lists of flags are walked through once. */
    private void cover(Holdout holdout) {
        CompiledHoldout compiled = new CompiledHoldout(holdout);
        Collection<String> covered = holdout.flags() == null ? flagDefinitions.keySet() : holdout.flags();
        covered.forEach(
                flag -> holdouts.computeIfAbsent(flag, key -> new ArrayList<>()).add(compiled));
    }

    /** Every flag, in the datafile's order. */
    Map<String, CompiledFlag> flags() {
        segmentDefinitions.keySet().forEach(this::segment);
        Map<String, CompiledFlag> ordered = new LinkedHashMap<>();
        datafile.flags().forEach(flag -> ordered.put(flag.key(), flag(flag.key())));
        return ordered;
    }

    private static <T> Map<String, T> byKey(List<T> list, Function<T, String> key) {
        return list.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "the datafile's rules let a dangling reference through");
    }

    private CompiledCondition segment(String key) {
        CompiledCondition compiled = segments.get(key);
        if (compiled == null) {
            Condition condition = known(segmentDefinitions.get(key)).condition();
            condition.segments().forEach(this::segment);
            compiled = CompiledCondition.compile(condition, segments);
            segments.put(key, compiled);
        }
        return compiled;
    }

    private @Nullable CompiledCondition audience(@Nullable Condition condition) {
        return condition == null ? null : CompiledCondition.compile(condition, segments);
    }

    private CompiledFlag flag(String key) {
        CompiledFlag compiled = flags.get(key);
        if (compiled == null) {
            compiled = compile(known(flagDefinitions.get(key)));
            flags.put(key, compiled);
        }
        return compiled;
    }

    private CompiledFlag compile(FlagDefinition flag) {
        CompiledPrerequisite[] prerequisites =
                flag.prerequisites().stream().map(this::prerequisite).toArray(CompiledPrerequisite[]::new);
        CompiledHoldout[] covering =
                holdouts.getOrDefault(flag.key(), List.of()).toArray(CompiledHoldout[]::new);
        CompiledRule[] rules =
                flag.rules().stream().map(rule -> rule(rule, flag.key())).toArray(CompiledRule[]::new);
        return new CompiledFlag(
                flag, datafile.version(), fingerprint(flag, covering.length > 0), prerequisites, covering, rules);
    }

    /** Of everything that the flag's answers depend on; of segments, layers and holdouts as a whole, which seldom change. */
    private int fingerprint(FlagDefinition flag, boolean heldOut) {
        int print = flag.hashCode();
        if (!flag.rules().isEmpty()) {
            print = 31 * print + shared;
        }
        for (Rule rule : flag.rules()) {
            print = 31 * print + (rule instanceof ExperimentRule ? Objects.hashCode(experiments.get(rule.key())) : 0);
        }
        for (Prerequisite prerequisite : flag.prerequisites()) {
            print = 31 * print + flag(prerequisite.flag()).fingerprint();
        }
        return heldOut ? 31 * print + holdoutsPrint : print;
    }

    private CompiledPrerequisite prerequisite(Prerequisite prerequisite) {
        return new CompiledPrerequisite(flag(prerequisite.flag()), Set.copyOf(prerequisite.variants()));
    }

    private CompiledRule rule(Rule rule, String flag) {
        if (rule instanceof RolloutRule rollout) {
            return new CompiledRollout(rollout, audience(rollout.audience()), flag, datafile.version());
        }
        String key = ((ExperimentRule) rule).experiment();
        ExperimentDefinition experiment = experiments.get(key);
        if (experiment == null) {
            return new UnlistedExperiment(key);
        }
        return new CompiledExperiment(
                experiment,
                known(layers.get(experiment.layer())),
                audience(experiment.audience()),
                flag,
                datafile.version());
    }
}
