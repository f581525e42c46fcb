package io.touchstone.pipeline.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers since when each partition has not moved although something waits in it. For one thread. */
final class MovementLog {

    private final Map<Place, Seen> seen = new HashMap<>();

    private record Seen(long next, Instant since) {}

    /** Notes how things are now and answers what stands still, the longest first. */
    List<Standstill> note(Map<Place, Span> spans, Instant now) {
        seen.keySet().retainAll(spans.keySet());
        List<Standstill> still = new ArrayList<>();
        spans.forEach((place, span) -> {
            Seen before = seen.get(place);
            if (before == null || before.next != span.next() || span.waiting() == 0) {
                seen.put(place, new Seen(span.next(), now));
            } else {
                still.add(new Standstill(place, span.waiting(), Duration.between(before.since, now)));
            }
        });
        still.sort(Comparator.comparing(Standstill::lasting)
                .reversed()
                .thenComparing(standstill -> standstill.place().hop())
                .thenComparing(standstill -> standstill.place().partition()));
        return still;
    }
}
