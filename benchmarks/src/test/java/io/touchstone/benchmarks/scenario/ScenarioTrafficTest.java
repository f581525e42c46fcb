package io.touchstone.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.pipeline.unit.CompiledCatalog;
import io.touchstone.pipeline.unit.Transition;
import io.touchstone.pipeline.unit.UnitFunction;
import io.touchstone.pipeline.unit.UnitState;
import io.touchstone.pipeline.unit.Verdict;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioTrafficTest {

    private static final int UNITS = 5_000;
    private static final int EVENTS = 100_000;
    private static final long HOUR_MILLIS = 3_600_000;

    private final Scenario scenario = Scenario.of(UNITS);

    @ParameterizedTest
    @EnumSource(Traffic.class)
    void next_sameScenario_givesTheSameEvents(Traffic traffic) {
        assertThat(take(traffic, 1_000)).isEqualTo(take(traffic, 1_000));
    }

    @ParameterizedTest
    @EnumSource(Traffic.class)
    void next_manyEvents_haveTheSharesOfTheScenario(Traffic traffic) {
        List<ScenarioEvent> events = take(traffic, EVENTS);
        assertThat(share(events, TopicRecord.Exposure.class)).isCloseTo(0.10, within(0.01));
        assertThat(share(events, TopicRecord.Outcome.class)).isCloseTo(0.85, within(0.01));
        assertThat(share(events, TopicRecord.Profile.class)).isCloseTo(0.05, within(0.01));
        Set<String> names = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (ScenarioEvent event : events) {
            ids.add(event.record().id());
            if (event.record().body() instanceof TopicRecord.Outcome outcome) {
                names.add(outcome.name());
            }
        }
        assertThat(names).hasSize(Scenario.NAMES);
        assertThat((double) (EVENTS - ids.size()) / EVENTS).isCloseTo(0.01, within(0.003));
    }

    @ParameterizedTest
    @EnumSource(Traffic.class)
    void next_manyEvents_arriveInOrderAndFewHappenedOutOfIt(Traffic traffic) {
        long before = Long.MIN_VALUE;
        Map<TopicKey, Long> newest = new HashMap<>();
        int outOfOrder = 0;
        for (ScenarioEvent event : take(traffic, EVENTS)) {
            TopicRecord record = event.record();
            assertThat(record.received()).isGreaterThanOrEqualTo(before);
            assertThat(record.received() - record.time()).isBetween(0L, HOUR_MILLIS + 30_000);
            before = record.received();
            outOfOrder += record.received() - record.time() > 40_000 ? 1 : 0;
            newest.merge(event.key(), record.time(), Math::max);
        }
        assertThat((double) outOfOrder / EVENTS).isCloseTo(0.01, within(0.003));
        assertThat(newest).hasSizeGreaterThan(UNITS / 2);
    }

    @Test
    void next_session_givesBurstsOfEightWithinAMinute() {
        Map<TopicKey, Set<Long>> times = new HashMap<>();
        Scenario many = Scenario.of(Scenario.UNITS);
        ScenarioTraffic traffic =
                new ScenarioTraffic(new Scenario(Scenario.UNITS, many.seed(), 1_000, many.start()), Traffic.SESSION);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            ScenarioEvent event = traffic.next();
            if (seen.add(event.record().id())) {
                times.computeIfAbsent(event.key(), key -> new HashSet<>())
                        .add(event.record().received() * 8 + i % 8);
            }
        }
        long whole = times.values().stream().filter(burst -> burst.size() == 8).count();
        long within = times.values().stream()
                .filter(burst -> burst.size() == 8)
                .filter(burst -> burst.stream().mapToLong(Long::longValue).max().orElse(0)
                                - burst.stream()
                                        .mapToLong(Long::longValue)
                                        .min()
                                        .orElse(0)
                        <= 8 * 60_000L + 8)
                .count();
        assertThat((double) whole / times.size()).isGreaterThan(0.5);
        // Two bursts of one unit are rare among a million units.
        assertThat((double) within / whole).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @EnumSource(Traffic.class)
    void apply_historyAndTraffic_countsAllButDuplicates(Traffic traffic) {
        CompiledCatalog catalog = new CompiledCatalog(ScenarioCatalog.of(scenario));
        UnitFunction function = new UnitFunction();
        Map<TopicKey, UnitState> states = new HashMap<>();
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        long deltas = 0;
        ScenarioHistory history = new ScenarioHistory(scenario);
        int met = 0;
        while (history.hasNext()) {
            apply(history.next(), function, catalog, states);
            met++;
        }
        assertThat((double) met / UNITS / Scenario.LAYERS).isCloseTo(0.9, within(0.01));
        for (ScenarioEvent event : take(traffic, EVENTS)) {
            Transition transition = apply(event, function, catalog, states);
            verdicts.merge(transition.verdict(), 1, Integer::sum);
            deltas += transition.deltas().size();
        }
        assertThat(verdicts.keySet()).containsExactlyInAnyOrder(Verdict.COUNTED, Verdict.DUPLICATE);
        assertThat(verdicts.getOrDefault(Verdict.DUPLICATE, 0) / (double) EVENTS)
                .isCloseTo(0.01, within(0.003));
        assertThat(deltas).isGreaterThan(EVENTS / 10);
    }

    private static Transition apply(
            ScenarioEvent event, UnitFunction function, CompiledCatalog catalog, Map<TopicKey, UnitState> states) {
        UnitState state = states.getOrDefault(event.key(), UnitState.EMPTY);
        Transition transition = function.apply(event.key(), event.record(), state, catalog);
        states.put(event.key(), transition.state());
        return transition;
    }

    private List<ScenarioEvent> take(Traffic traffic, int count) {
        return Stream.generate(new ScenarioTraffic(scenario, traffic)::next)
                .limit(count)
                .toList();
    }

    private static double share(List<ScenarioEvent> events, Class<? extends TopicRecord.Body> kind) {
        return (double) events.stream()
                        .filter(event -> kind.isInstance(event.record().body()))
                        .count()
                / events.size();
    }
}
