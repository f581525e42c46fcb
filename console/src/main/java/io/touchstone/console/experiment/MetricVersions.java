package io.touchstone.console.experiment;

import io.touchstone.console.metric.Metrics;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.model.catalog.MetricDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The metric versions of a project, as designs and phases name them. */
final class MetricVersions {
    private final Map<String, Set<Integer>> versions = new TreeMap<>();

    private MetricVersions(List<MetricDefinition> all) {
        for (MetricDefinition metric : all) {
            versions.computeIfAbsent(metric.key(), key -> new HashSet<>()).add(metric.version());
        }
    }

    static Mono<MetricVersions> of(Metrics metrics, int projectId) {
        return metrics.all(projectId).collectList().map(MetricVersions::new);
    }

    /** @throws ProblemException {@code metric_unknown} */
    void check(Design design) {
        for (int i = 0; i < design.metrics().size(); i++) {
            MetricUse use = design.metrics().get(i);
            String key = String.valueOf(use.key());
            Set<Integer> known = versions.get(key);
            Integer version = use.version();
            String field = "metrics[" + i + "]";
            if (known == null) {
                throw ProblemException.of(ProblemCode.METRIC_UNKNOWN, field + ".key", key, "a metric of the project");
            }
            if (version != null && !known.contains(version)) {
                throw ProblemException.of(
                        ProblemCode.METRIC_UNKNOWN, field + ".version", version, "a version of metric " + key);
            }
        }
    }

    /** The metrics of a start: a version that is not named is the one of the phase before, else the latest. */
    List<MetricUse> versioned(Design design, @Nullable PhasePin before) {
        check(design);
        Require.atLeast("metrics", design.metrics(), 1);
        List<MetricUse> versioned = new ArrayList<>();
        for (MetricUse use : design.metrics()) {
            Integer version = use.version() == null ? usual(String.valueOf(use.key()), before) : use.version();
            versioned.add(new MetricUse(use.key(), version, use.role(), use.means()));
        }
        return versioned;
    }

    private Integer usual(String key, @Nullable PhasePin before) {
        if (before != null) {
            for (MetricUse pinned : before.metrics()) {
                Integer version = pinned.version();
                if (key.equals(pinned.key()) && version != null) {
                    return version;
                }
            }
        }
        return versions.getOrDefault(key, Set.of()).stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
    }
}
