package io.touchstone.standalone.demo;

import io.touchstone.core.event.Event;
import io.touchstone.standalone.demo.count.CustomerEvents;
import io.touchstone.standalone.demo.shop.Customer;
import io.touchstone.standalone.demo.shop.Deed;
import io.touchstone.standalone.demo.shop.History;
import io.touchstone.standalone.demo.shop.Tactic;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The shop after its history: newcomers a few a second, and customers of the history and of earlier openings who come back at their
 * hour. One thread.
 */
final class LiveShop {
    private static final Duration BETWEEN_NEWCOMERS = Duration.ofMillis(330);
    /** One in so many newcomers uses the HTTP API and not the SDK. */
    private static final int OVER_HTTP = 3;

    /** Events of more than 72 hours ago would be late. */
    private static final Duration LATEST = Duration.ofHours(70);

    private static final int MOST_PLANNED = 300_000;

    /** What a crash forgets at most. */
    private static final long BETWEEN_NOTES = Duration.ofSeconds(10).toMillis();

    private final CustomerEvents events;
    private final Newcomers newcomers;
    private final Storefront sdk;
    private final Storefront http;
    private final Returns returns;
    private final PriorityQueue<Planned> agenda = new PriorityQueue<>(Comparator.comparingLong(Planned::time));
    private final Diary diary;
    private Opening opening = new Opening(Instant.EPOCH, Instant.EPOCH, 0);
    private long nextNewcomer;
    private long nextNote;

    /**
     * @param events of the history's customers
     * @param sdk through which most newcomers come
     * @param http through which the others come
     * @param returns takes what those do who come back
     * @param diary keeps who came
     */
    LiveShop(CustomerEvents events, Storefront sdk, Storefront http, Returns returns, Diary diary) {
        this.events = events;
        this.newcomers = new Newcomers(events);
        this.sdk = sdk;
        this.http = http;
        this.returns = returns;
        this.diary = diary;
    }

    /** Takes events with times of their own. */
    interface Returns {
        void send(Event event) throws InterruptedException;
    }

    /** Remembers beyond the life of this process. */
    interface Diary {
        /** Those before this one, the oldest first. */
        List<Opening> earlier();

        /** How this one stands; the last word counts. */
        void note(Opening opening);
    }

    /** Something to be done at its time. */
    private record Planned(long time, Errand errand) {}

    private interface Errand {
        void run() throws InterruptedException;
    }

    /** Until the thread is interrupted. */
    void run() throws InterruptedException {
        open(System.currentTimeMillis());
        try {
            while (!Thread.interrupted()) {
                long next = step(System.currentTimeMillis());
                Thread.sleep(Math.clamp(next - System.currentTimeMillis(), 1, BETWEEN_NEWCOMERS.toMillis()));
            }
        } finally {
            close(System.currentTimeMillis());
        }
        throw new InterruptedException("stopping");
    }

    /** Begins the day: who will come back when. */
    void open(long now) {
        Instant from = Instant.ofEpochMilli(now);
        opening = new Opening(from, from, 0);
        nextNewcomer = now;
        nextNote = now + BETWEEN_NOTES;
        planReturns(now);
    }

    /** Does what is due and says when the next thing is. */
    long step(long now) throws InterruptedException {
        if (now >= nextNewcomer) {
            welcome(now);
            nextNewcomer = Math.max(nextNewcomer + BETWEEN_NEWCOMERS.toMillis(), now);
        }
        Planned first = agenda.peek();
        while (first != null && first.time <= now) {
            agenda.poll();
            first.errand.run();
            first = agenda.peek();
        }
        if (now >= nextNote) {
            close(now);
            nextNote = now + BETWEEN_NOTES;
        }
        return first == null ? nextNewcomer : Math.min(nextNewcomer, first.time);
    }

    /** Notes that the shop was open until now. */
    void close(long now) {
        opening = new Opening(opening.from(), Instant.ofEpochMilli(now), opening.newcomers());
        diary.note(opening);
    }

    /** What customers do from now on who came before, and did while the demo was off, as far as it is not late. */
    private void planReturns(long now) {
        History history = events.history();
        long latest = now - LATEST.toMillis();
        long from = Math.max(history.moment().toEpochMilli(), latest);
        for (Tactic tactic : Tactic.values()) {
            for (Customer customer : history.customers(tactic)) {
                events.between(customer, from, Long.MAX_VALUE).forEach(this::planReturn);
            }
        }
        newcomers.goOn(diary.earlier(), latest, this::planReturn);
    }

    private void planReturn(Event event) {
        plan(event.timeMillis(), () -> returns.send(event));
    }

    private void welcome(long now) throws InterruptedException {
        int number = opening.newcomers();
        // In rounds over all tactics, so that each has newcomers of both kinds.
        int round = number / Tactic.values().length;
        Storefront store = round % OVER_HTTP == OVER_HTTP - 1 ? http : sdk;
        Customer customer = newcomers.customer(opening.from(), number, now);
        opening = new Opening(opening.from(), opening.until(), number + 1);
        String variant = store.meet(customer);
        if (variant != null) {
            for (Deed deed : newcomers.deeds(customer, variant)) {
                plan(deed.time(), () -> store.track(customer, deed));
            }
        }
    }

    private void plan(long time, Errand errand) {
        if (agenda.size() < MOST_PLANNED) {
            agenda.add(new Planned(time, errand));
        }
    }

    /** Where customers meet a tactic and act. */
    interface Storefront {
        /** The customer's variant, her exposure recorded and her profile told; null where no experiment takes her. */
        @Nullable
        String meet(Customer customer) throws InterruptedException;

        /** Reports what she does, now. */
        void track(Customer customer, Deed deed) throws InterruptedException;
    }
}
