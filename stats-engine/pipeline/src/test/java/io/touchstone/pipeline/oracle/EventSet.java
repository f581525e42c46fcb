package io.touchstone.pipeline.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Accepted events and what they are counted by.
 *
 * @param heavyLimit matched outcomes of a unit that count on one event day
 * @param events every record once, copies included, in no meaningful order
 */
record EventSet(long seed, Shape shape, TestCatalog catalog, int heavyLimit, List<AcceptedEvent> events) {

    /** How far the instants of arrival lie apart, which bounds the orders that can come about. */
    enum Shape {
        /** Weeks of live events. */
        LIVE_WEEKS,
        /** Live events that all arrive within six days. */
        LIVE_DAYS,
        /** Weeks of past events, imported within six days. */
        IMPORTED,
        /** Weeks of imported events and three days of live ones, all arriving within six days. */
        MIXED
    }

    /** How far behind the latest arrival a record may be handed over: retries, rebalances, a lagging partition. */
    private static final Duration DISORDER = Duration.ofDays(3);

    EventSet {
        events = List.copyOf(events);
    }

    /**
     * The same records in another order. Records that arrived within the seven days a unit remembers come in any order at all;
     * over weeks, none comes more than three days (by {@code received}) behind another.
     */
    List<AcceptedEvent> inOrder(long orderSeed) {
        Random random = new Random(orderSeed);
        List<AcceptedEvent> order = new ArrayList<>(events);
        Collections.shuffle(order, random);
        if (shape == Shape.LIVE_WEEKS) {
            Map<AcceptedEvent, Long> handedOver = new HashMap<>();
            order.forEach(event -> handedOver.put(event, event.received() + random.nextLong(DISORDER.toMillis())));
            order.sort(Comparator.comparing(handedOver::get));
        }
        return order;
    }

    @Override
    public String toString() {
        return "set %d: %s, %s, %d events, heavy limit %d"
                .formatted(seed, shape, catalog.zone(), events.size(), heavyLimit);
    }
}
