package io.touchstone.benchmarks.pipeline;

import io.touchstone.benchmarks.Options;
import io.touchstone.benchmarks.Options.Option;
import io.touchstone.benchmarks.process.ChildJvm;
import io.touchstone.benchmarks.process.CpuTime;
import io.touchstone.benchmarks.scenario.Scenario;
import io.touchstone.benchmarks.scenario.ScenarioCatalog;
import io.touchstone.benchmarks.scenario.ScenarioEvent;
import io.touchstone.benchmarks.scenario.ScenarioHistory;
import io.touchstone.benchmarks.scenario.ScenarioTraffic;
import io.touchstone.benchmarks.scenario.Traffic;
import io.touchstone.model.record.TopicKey;
import io.touchstone.pipeline.unit.CompiledCatalog;
import io.touchstone.pipeline.unit.Transition;
import io.touchstone.pipeline.unit.UnitFunction;
import io.touchstone.pipeline.unit.UnitState;
import io.touchstone.pipeline.unit.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The pure function alone, states in a {@link HashMap}: its look-up, the function, its write. Runs in a JVM of its own; generating events is not
 * timed.
 */
public final class PureMeasurement {

    static final List<Option> OPTIONS = List.of(
            new Option("units", "1000000", "units of the scenario"),
            new Option("warmup-events", "500000", "events before measuring"),
            new Option("events", "1000000", "measured events"));

    private static final int CHUNK = 20_000;

    private final UnitFunction function = new UnitFunction();
    private final CompiledCatalog catalog;
    private final Map<TopicKey, UnitState> states;
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private long events;
    private long deltas;
    private long cpuNanos;
    private long bytes;

    private PureMeasurement(Scenario scenario) {
        catalog = new CompiledCatalog(ScenarioCatalog.of(scenario));
        states = HashMap.newHashMap(scenario.units());
    }

    /** Measures session, then uniform traffic. */
    public static void main(String[] arguments) {
        Options options = new Options(OPTIONS, List.of(arguments));
        Scenario scenario = Scenario.of(options.number("units"));
        PureMeasurement pure = new PureMeasurement(scenario);
        pure.apply(new ScenarioHistory(scenario), Long.MAX_VALUE);
        for (Traffic traffic : Traffic.values()) {
            ScenarioTraffic events = new ScenarioTraffic(scenario, traffic);
            pure.apply(events, options.number("warmup-events"));
            pure.reset();
            pure.apply(events, options.number("events"));
            pure.answer(traffic.word());
        }
    }

    private void reset() {
        verdicts.clear();
        events = 0;
        deltas = 0;
        cpuNanos = 0;
        bytes = 0;
    }

    private void apply(Iterator<ScenarioEvent> source, long limit) {
        List<ScenarioEvent> chunk = new ArrayList<>(CHUNK);
        long left = limit;
        while (left > 0 && source.hasNext()) {
            chunk.clear();
            while (chunk.size() < Math.min(CHUNK, left) && source.hasNext()) {
                chunk.add(source.next());
            }
            left -= chunk.size();
            time(chunk);
        }
    }

    private void time(List<ScenarioEvent> chunk) {
        long bytesBefore = CpuTime.bytesOfThread();
        long before = CpuTime.ofThread();
        for (ScenarioEvent event : chunk) {
            apply(event);
        }
        cpuNanos += CpuTime.ofThread() - before;
        bytes += CpuTime.bytesOfThread() - bytesBefore;
        events += chunk.size();
    }

    private void apply(ScenarioEvent event) {
        UnitState state = states.getOrDefault(event.key(), UnitState.EMPTY);
        Transition transition = function.apply(event.key(), event.record(), state, catalog);
        if (!transition.state().sharesHead(state) || !transition.state().sharesRecent(state)) {
            states.put(event.key(), transition.state());
        }
        deltas += transition.deltas().size();
        verdicts.merge(transition.verdict(), 1L, Long::sum);
    }

    private void answer(String traffic) {
        ChildJvm.answer("pure-" + traffic + "-us", cpuNanos / 1_000.0 / events);
        ChildJvm.answer("pure-" + traffic + "-bytes", (double) bytes / events);
        ChildJvm.answer("pure-" + traffic + "-deltas", (double) deltas / events);
        ChildJvm.answer(
                "pure-" + traffic + "-duplicates", 100.0 * verdicts.getOrDefault(Verdict.DUPLICATE, 0L) / events);
        long other = verdicts.entrySet().stream()
                .filter(entry -> entry.getKey() != Verdict.COUNTED && entry.getKey() != Verdict.DUPLICATE)
                .mapToLong(Map.Entry::getValue)
                .sum();
        ChildJvm.answer("pure-" + traffic + "-neither", other);
        ChildJvm.answer("pure-" + traffic + "-units", states.size());
    }
}
