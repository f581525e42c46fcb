package io.touchstone.standalone.demo;

import io.touchstone.core.event.Event;
import io.touchstone.standalone.demo.count.CustomerEvents;
import io.touchstone.standalone.demo.shop.Customer;
import io.touchstone.standalone.demo.shop.Deed;
import io.touchstone.standalone.demo.shop.Tactic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Those who come after the history. They behave as the model says, only faster: what they do within three days they do within two
 * minutes, so that one can watch; when they open the app on later days stays as it is. Who came in an opening follows from its
 * time and their number, so that what is left of their four weeks goes on after a restart.
 */
final class Newcomers {
    private static final long QUICK = Duration.ofDays(3).toMillis();
    private static final long QUICKENED = Duration.ofSeconds(120).toMillis();
    private static final long AT_LEAST = Duration.ofSeconds(2).toMillis();
    /** Of earlier openings, the newest: about three hours of them, drawn again in a second. */
    private static final int MOST_REMEMBERED = 30_000;

    private final CustomerEvents events;

    Newcomers(CustomerEvents events) {
        this.events = events;
    }

    /** In turns, so that each tactic has as many. */
    Customer customer(Instant opening, int number, long met) {
        Tactic[] tactics = Tactic.values();
        return events.history().newcomer(tactics[number % tactics.length], opening.toEpochMilli(), number, met);
    }

    /** What she does at her pace, numbered from 1 by their places. */
    List<Deed> deeds(Customer customer, String variant) {
        return events.history().deeds(customer, variant).stream()
                .map(deed -> new Deed(quickened(deed, customer.met()), deed.name(), deed.value()))
                .toList();
    }

    /** What those of earlier openings still do after them, from an instant on. */
    void goOn(List<Opening> earlier, long from, Consumer<Event> plan) {
        int left = MOST_REMEMBERED;
        for (Opening opening : earlier.reversed()) {
            long begin = Math.max(from, opening.until().toEpochMilli());
            int oldest = Math.max(0, opening.newcomers() - left);
            for (int number = opening.newcomers() - 1; number >= oldest; number--) {
                goOn(customer(opening.from(), number, opening.met(number)), begin, plan);
            }
            left -= opening.newcomers() - oldest;
        }
    }

    private void goOn(Customer customer, long from, Consumer<Event> plan) {
        String variant = events.assignment().variant(customer);
        if (variant == null) {
            return;
        }
        int number = 0;
        for (Deed deed : deeds(customer, variant)) {
            number++;
            if (deed.time() >= from) {
                plan.accept(events.outcome(customer, number, deed));
            }
        }
    }

    private static long quickened(Deed deed, long met) {
        long after = Math.max(0, deed.time() - met);
        boolean quick = after < QUICK && !deed.name().equals("app_open");
        return met + (quick ? AT_LEAST + after * QUICKENED / QUICK : after);
    }
}
