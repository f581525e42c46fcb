package io.touchstone.pipeline.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.touchstone.core.condition.Attributes;
import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.Direction;
import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.MetricRole;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.model.catalog.PhaseState;
import io.touchstone.model.catalog.PhaseVariant;
import io.touchstone.model.catalog.Plan;
import io.touchstone.model.catalog.ValueRange;
import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.Trust;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One unit must never grow past what a Kafka message holds: it would stop everybody's counting. */
class StateBoundsTest {

    private static final int MESSAGE_BYTES = 1 << 20;
    private static final long NOW = 1_764_000_000_000L;
    private static final long DAY = 24L * 60 * 60 * 1000;
    private static final TopicKey UNIT = new TopicKey(1, "user", new byte[16]);
    private static final CompiledCatalog CATALOG =
            new CompiledCatalog(new Catalog(1, 1, "tea/test", ZoneOffset.UTC, List.of(), List.of()));

    private final UnitFunction function = new UnitFunction();

    @Test
    void apply_profilesOfWideAttributes_keepsTheFirstOfTheAlphabetInAnyOrder() {
        List<TopicRecord> events = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            events.add(profile(i));
        }
        UnitState first = applyAll(events);
        assertTrue(HeadCodec.encode(first).length < MESSAGE_BYTES / 4);
        Collections.shuffle(events, new Random(5));
        UnitState second = applyAll(events);
        assertEquals(names(first), names(second));
        assertTrue(names(first).contains("a000"), "the first of the alphabet stays");
    }

    @Test
    void apply_moreEventsThanAUnitMayHave_refusesTheRestUntilSevenDaysHavePassed() {
        UnitState state = UnitState.EMPTY;
        // Ids of one day, put in at once: what 66,000 events would leave.
        long[] many = new Random(1).longs(66_000).sorted().distinct().toArray();
        state = new UnitState(Head.EMPTY, new Recent(NOW, List.of(new IdBucket((int) (NOW / DAY), many)), List.of()));
        Transition refused = function.apply(UNIT, outcome("one more", NOW), state, CATALOG);
        assertEquals(Verdict.UNIT_FULL, refused.verdict());
        assertTrue(refused.verdict().isDead());
        assertTrue(refused.state().sharesRecent(state));
        Transition later = function.apply(UNIT, outcome("a week later", NOW + 9 * DAY), state, CATALOG);
        assertEquals(Verdict.COUNTED, later.verdict());
        assertTrue(RecentCodec.encode(later.state()).length < 100);
    }

    @Test
    void apply_dailyOutcomesOfRetention_keepsTheDaysOfTheCurveOnly() {
        MetricDefinition back = new MetricDefinition(
                "back",
                1,
                "back",
                MetricKind.RETENTION,
                "open",
                null,
                null,
                new DayRange(7, 7),
                null,
                Direction.INCREASE,
                "%",
                ValueRange.POSITIVE);
        PhaseFacts phase = new PhaseFacts(
                1,
                PhaseState.RUNNING,
                1,
                "a",
                List.of(new PhaseVariant("a", 1), new PhaseVariant("b", 1)),
                Instant.ofEpochMilli(NOW),
                Instant.ofEpochMilli(NOW),
                null,
                List.of(new PhaseMetric(back.ref(), MetricRole.SUCCESS, MeansMethod.GUARDED)),
                List.of(),
                List.of(),
                Plan.DEFAULT);
        ExperimentFacts experiment = new ExperimentFacts("exp", "offer", "user", false, List.of(phase));
        CompiledCatalog catalog =
                new CompiledCatalog(new Catalog(1, 1, "tea/test", ZoneOffset.UTC, List.of(back), List.of(experiment)));
        TopicRecord.Body exposure = new TopicRecord.Exposure("offer", "exp", 1, "a", "split", null, Attributes.EMPTY);
        UnitState state = function.apply(
                        UNIT, new TopicRecord(NOW, NOW, "e", Trust.SERVER, 1, exposure), UnitState.EMPTY, catalog)
                .state();
        for (int day = 0; day < 60; day++) {
            state = function.apply(UNIT, outcome("o" + day, NOW + day * DAY), state, catalog)
                    .state();
        }
        assertEquals(31, state.head().folded().size());
        assertTrue(HeadCodec.encode(state).length < 2_000);
    }

    private UnitState applyAll(List<TopicRecord> events) {
        UnitState state = UnitState.EMPTY;
        for (TopicRecord event : events) {
            state = function.apply(UNIT, event, state, CATALOG).state();
        }
        return state;
    }

    private static List<String> names(UnitState state) {
        return state.head().profile().stream()
                .map(ProfileEntry::attribute)
                .sorted()
                .toList();
    }

    private static TopicRecord profile(int number) {
        Attributes.Builder attributes = Attributes.builder();
        for (int i = 0; i < 128; i++) {
            attributes.put("a%03d".formatted(number * 128 + i).concat(i == 0 ? "" : "x".repeat(100)), "v".repeat(200));
        }
        return new TopicRecord(NOW, NOW, "p" + number, Trust.CLIENT, 1, new TopicRecord.Profile(attributes.build()));
    }

    private static TopicRecord outcome(String id, long received) {
        return new TopicRecord(
                received, received, id, Trust.SERVER, 1, new TopicRecord.Outcome("open", null, Attributes.EMPTY));
    }
}
