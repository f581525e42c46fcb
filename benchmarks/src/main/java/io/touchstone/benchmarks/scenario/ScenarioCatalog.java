package io.touchstone.benchmarks.scenario;

import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.Dimension;
import io.touchstone.model.catalog.Direction;
import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.catalog.MetricRole;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.model.catalog.PhaseState;
import io.touchstone.model.catalog.PhaseVariant;
import io.touchstone.model.catalog.Plan;
import io.touchstone.model.catalog.ValueRange;
import io.touchstone.model.catalog.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The catalog of Scenario P. Experiment e has five metrics over the outcomes e, e+1, ... e+4 (modulo ten): conversion within 7 days, capped
 * sum, count within 14 days, retention on days 1 to 7, conversion without a window.
 */
public final class ScenarioCatalog {

    /** Metrics of an experiment. */
    private static final int METRICS = 5;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final double CAP = 1_000;

    private ScenarioCatalog() {}

    /** The catalog, version {@link Scenario#CONFIG}. */
    public static Catalog of(Scenario scenario) {
        List<MetricDefinition> metrics = new ArrayList<>();
        for (int name = 0; name < Scenario.MEASURED_NAMES; name++) {
            for (int kind = 0; kind < METRICS; kind++) {
                metrics.add(metric(kind, name));
            }
        }
        List<ExperimentFacts> experiments = new ArrayList<>();
        for (int i = 0; i < Scenario.EXPERIMENTS; i++) {
            experiments.add(new ExperimentFacts(
                    Scenario.experiment(i), Scenario.flag(i), "user", false, List.of(phase(i, scenario))));
        }
        return new Catalog(
                Scenario.CONFIG,
                Scenario.ENVIRONMENT,
                "benchmark/production",
                ZoneId.of("Asia/Shanghai"),
                metrics,
                experiments);
    }

    private static MetricDefinition metric(int kind, int name) {
        return switch (kind) {
            case 0 -> metric("week", name, MetricKind.CONVERSION, new Window(0, WEEK.toMillis()), null, null);
            case 1 -> metric("spend", name, MetricKind.SUM, null, null, CAP);
            case 2 -> metric("times", name, MetricKind.COUNT, new Window(0, FORTNIGHT.toMillis()), null, null);
            case 3 -> metric("back", name, MetricKind.RETENTION, null, new DayRange(1, 7), null);
            default -> metric("ever", name, MetricKind.CONVERSION, null, null, null);
        };
    }

    private static MetricDefinition metric(
            String kind,
            int name,
            MetricKind metricKind,
            @org.jspecify.annotations.Nullable Window window,
            @org.jspecify.annotations.Nullable DayRange days,
            @org.jspecify.annotations.Nullable Double cap) {
        String key = key(kind, name);
        return new MetricDefinition(
                key,
                1,
                key,
                metricKind,
                Scenario.outcome(name),
                null,
                window,
                days,
                cap,
                Direction.INCREASE,
                "",
                ValueRange.POSITIVE);
    }

    private static String key(String kind, int name) {
        return kind + "-%02d".formatted(name);
    }

    private static PhaseFacts phase(int experiment, Scenario scenario) {
        Instant start = scenario.start().minus(Duration.ofDays(Scenario.HISTORY_DAYS + 1L));
        List<PhaseMetric> metrics = new ArrayList<>();
        String[] kinds = {"week", "spend", "times", "back", "ever"};
        for (int i = 0; i < METRICS; i++) {
            String key = key(kinds[i], (experiment + i) % Scenario.MEASURED_NAMES);
            metrics.add(new PhaseMetric(
                    new MetricRef(key, 1), i == 0 ? MetricRole.SUCCESS : MetricRole.SECONDARY, MeansMethod.GUARDED));
        }
        return new PhaseFacts(
                1,
                PhaseState.RUNNING,
                1,
                ScenarioUnits.VARIANTS.get(0),
                ScenarioUnits.VARIANTS.stream()
                        .map(variant -> new PhaseVariant(variant, 1))
                        .toList(),
                start,
                start,
                null,
                metrics,
                List.of(new Dimension(ScenarioUnits.DIMENSION, ScenarioUnits.CITIES)),
                List.of(),
                Plan.DEFAULT);
    }
}
