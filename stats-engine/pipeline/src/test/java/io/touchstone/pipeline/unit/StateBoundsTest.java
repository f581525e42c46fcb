package io.touchstone.pipeline.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.touchstone.core.condition.Attributes;
import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.Trust;
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
