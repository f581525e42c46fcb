package io.touchstone.pipeline.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovementLogTest {

    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");
    private static final Place FIRST = new Place(Hop.COUNTING, 0);
    private static final Place SECOND = new Place(Hop.WRITING, 3);

    private final MovementLog log = new MovementLog();

    @Test
    void note_recordsWaitAndNoneIsDone_standsStillSinceItWasSeenFirst() {
        log.note(Map.of(FIRST, new Span(5, 9)), START);
        List<Standstill> still = log.note(Map.of(FIRST, new Span(5, 20)), START.plusSeconds(40));
        assertEquals(List.of(new Standstill(FIRST, 15, Duration.ofSeconds(40))), still);
        assertEquals(
                "counting stands still: partition 0 has 15 records waiting and none was done for 40 s",
                still.getFirst().sentence());
    }

    @Test
    void note_movesSlowly_doesNotStandStill() {
        log.note(Map.of(FIRST, new Span(5, 1_000_000)), START);
        assertEquals(List.of(), log.note(Map.of(FIRST, new Span(6, 1_000_000)), START.plusSeconds(40)));
    }

    @Test
    void note_nothingWaitsForAnHour_doesNotStandStillWhenSomethingComes() {
        log.note(Map.of(FIRST, new Span(5, 5)), START);
        log.note(Map.of(FIRST, new Span(5, 5)), START.plusSeconds(3_600));
        List<Standstill> still = log.note(Map.of(FIRST, new Span(5, 6)), START.plusSeconds(3_602));
        assertEquals(Duration.ofSeconds(2), still.getFirst().lasting());
    }

    @Test
    void note_oneOfTwoIsStuck_isFoundBesideTheOther() {
        log.note(Map.of(FIRST, new Span(5, 9), SECOND, new Span(5, 9)), START);
        List<Standstill> still =
                log.note(Map.of(FIRST, new Span(9, 12), SECOND, new Span(5, 12)), START.plusSeconds(60));
        assertEquals(List.of(SECOND), still.stream().map(Standstill::place).toList());
    }

    @Test
    void note_severalStandStill_theLongestComesFirst() {
        log.note(Map.of(SECOND, new Span(5, 9)), START);
        log.note(Map.of(FIRST, new Span(5, 9), SECOND, new Span(5, 9)), START.plusSeconds(10));
        List<Standstill> still = log.note(Map.of(FIRST, new Span(5, 9), SECOND, new Span(5, 9)), START.plusSeconds(20));
        assertEquals(
                List.of(SECOND, FIRST), still.stream().map(Standstill::place).toList());
    }
}
