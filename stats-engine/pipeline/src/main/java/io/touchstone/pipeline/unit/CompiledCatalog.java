package io.touchstone.pipeline.unit;

import io.touchstone.core.condition.Attributes;
import io.touchstone.core.condition.CompiledCondition;
import io.touchstone.core.condition.Condition;
import io.touchstone.core.condition.ConditionCodec;
import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.catalog.PhaseFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A catalog laid out for counting: look-ups by event name and by phase. Immutable. */
public final class CompiledCatalog {

    private static final long[] NONE = {};

    private final Catalog catalog;
    private final EventCalendar calendar;
    private final Map<String, List<Signal>> signalsByEvent;
    private final List<Signal> signalsOfAnyEvent;
    private final Map<String, Map<Integer, CompiledPhase>> phases;

    /** Compiles the filters and lays out the look-ups; some microseconds for each metric. */
    public CompiledCatalog(Catalog catalog) {
        this.catalog = catalog;
        this.calendar = new EventCalendar(catalog.zone());
        IdHash hash = new IdHash();
        Map<MetricRef, CompiledMetric> metrics = new HashMap<>();
        Map<String, Map<Long, Signal>> signals = new HashMap<>();
        for (MetricDefinition metric : catalog.metrics()) {
            long signal = signalId(hash, metric);
            metrics.put(metric.ref(), new CompiledMetric(metric, signal));
            signals.computeIfAbsent(metric.event(), event -> new LinkedHashMap<>())
                    .putIfAbsent(signal, new Signal(signal, compile(metric.filter())));
        }
        Map<String, List<Signal>> byEvent = new HashMap<>();
        signals.forEach((event, ids) -> byEvent.put(event, List.copyOf(ids.values())));
        this.signalsOfAnyEvent = byEvent.getOrDefault(MetricDefinition.ANY_EVENT, List.of());
        this.signalsByEvent = Map.copyOf(byEvent);
        this.phases = compilePhases(catalog, metrics);
    }

    private static Map<String, Map<Integer, CompiledPhase>> compilePhases(
            Catalog catalog, Map<MetricRef, CompiledMetric> metrics) {
        Map<String, Map<Integer, CompiledPhase>> phases = new HashMap<>();
        for (ExperimentFacts experiment : catalog.experiments()) {
            Map<Integer, CompiledPhase> byNumber = new HashMap<>();
            for (PhaseFacts phase : experiment.phases()) {
                List<CompiledMetric> used = new ArrayList<>();
                phase.metrics().forEach(metric -> used.add(metrics.get(metric.metric())));
                byNumber.put(phase.number(), new CompiledPhase(experiment, phase, used));
            }
            phases.put(experiment.key(), byNumber);
        }
        return phases;
    }

    private static @Nullable CompiledCondition compile(@Nullable Condition filter) {
        return filter == null ? null : CompiledCondition.compile(filter);
    }

    private static long signalId(IdHash hash, MetricDefinition metric) {
        String filter = metric.filter() == null
                ? ""
                : ConditionCodec.write(metric.filter()).toJson();
        return hash.of(metric.event() + "\n" + filter);
    }

    /** Publication version. */
    public long version() {
        return catalog.version();
    }

    /** Number of the environment. */
    public int environment() {
        return catalog.environment();
    }

    /** The days of its zone. */
    public EventCalendar calendar() {
        return calendar;
    }

    @Nullable
    CompiledPhase phase(String experiment, int number) {
        Map<Integer, CompiledPhase> numbers = phases.get(experiment);
        return numbers == null ? null : numbers.get(number);
    }

    /** Ids of the signals an outcome matches, ascending; empty if no metric can use it. */
    long[] signals(String event, Attributes properties) {
        List<Signal> named = signalsByEvent.getOrDefault(event, List.of());
        if (named.isEmpty() && signalsOfAnyEvent.isEmpty()) {
            return NONE;
        }
        long[] ids = new long[named.size() + signalsOfAnyEvent.size()];
        int size = collect(named, properties, ids, 0);
        if (!event.equals(MetricDefinition.ANY_EVENT)) {
            size = collect(signalsOfAnyEvent, properties, ids, size);
        }
        Arrays.sort(ids, 0, size);
        return size == ids.length ? ids : Arrays.copyOf(ids, size);
    }

    private static int collect(List<Signal> signals, Attributes properties, long[] ids, int size) {
        int next = size;
        for (Signal signal : signals) {
            CompiledCondition filter = signal.filter();
            if (filter == null || filter.matches(properties)) {
                ids[next++] = signal.id();
            }
        }
        return next;
    }
}
