package io.touchstone.pipeline.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCalendarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asia/Shanghai",
                "America/New_York",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "UTC",
                "America/Sao_Paulo"
            })
    void dayOf_anyInstant_isTheDayOfJavaTime(String name) {
        ZoneId zone = ZoneId.of(name);
        EventCalendar calendar = new EventCalendar(zone);
        Random random = new Random(5);
        long end = Instant.parse("2100-12-31T00:00:00Z").toEpochMilli();
        for (int i = 0; i < 20_000; i++) {
            check(calendar, zone, random.nextLong(end));
        }
        var rules = zone.getRules();
        var transition = rules.nextTransition(Instant.parse("1970-01-01T00:00:00Z"));
        while (transition != null && transition.getInstant().toEpochMilli() < end) {
            for (long delta : new long[] {-3_600_001, -1, 0, 1, 3_600_000}) {
                check(calendar, zone, transition.getInstant().toEpochMilli() + delta);
            }
            transition = rules.nextTransition(transition.getInstant());
        }
    }

    private static void check(EventCalendar calendar, ZoneId zone, long millis) {
        long expected = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate().toEpochDay();
        assertEquals(expected, calendar.dayOf(millis), () -> zone + " " + Instant.ofEpochMilli(millis));
    }
}
