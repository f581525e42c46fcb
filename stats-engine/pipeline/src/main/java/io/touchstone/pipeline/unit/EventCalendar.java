package io.touchstone.pipeline.unit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Calendar days of one zone. Transitions are laid out once, so that a look-up is a binary search without allocation. */
public final class EventCalendar {

    private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2101-01-01T00:00:00Z");

    private final long[] from;
    private final long[] offsets;

    /** The calendar of {@code zone} for 1970 to 2100. */
    public EventCalendar(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        List<long[]> spans = new ArrayList<>();
        spans.add(new long[] {Long.MIN_VALUE, millis(rules.getOffset(FIRST))});
        ZoneOffsetTransition next = rules.nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            spans.add(new long[] {next.getInstant().toEpochMilli(), millis(next.getOffsetAfter())});
            next = rules.nextTransition(next.getInstant());
        }
        from = spans.stream().mapToLong(span -> span[0]).toArray();
        offsets = spans.stream().mapToLong(span -> span[1]).toArray();
    }

    /** The calendar day of an instant (epoch milliseconds), as days since 1970-01-01. */
    public int dayOf(long millis) {
        int at = Arrays.binarySearch(from, millis);
        int span = at >= 0 ? at : -at - 2;
        return (int) Math.floorDiv(millis + offsets[span], DAY_MILLIS);
    }

    private static long millis(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1000L;
    }
}
