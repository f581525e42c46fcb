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
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The shop after its history: newcomers a few a second, and customers of the history who come back at their hour. Newcomers behave as
 * the model says, only faster: what they do within three days they do within two minutes, so that one can watch; when they open the app
 * on later days stays as it is. One thread.
 */
final class LiveShop {
    private static final Duration BETWEEN_NEWCOMERS = Duration.ofMillis(330);
    /** One in so many newcomers uses the HTTP API and not the SDK. */
    private static final int OVER_HTTP = 3;

    private static final long QUICK = Duration.ofDays(3).toMillis();
    private static final long QUICKENED = Duration.ofSeconds(120).toMillis();
    private static final long AT_LEAST = Duration.ofSeconds(2).toMillis();
    /** Events of more than 72 hours ago would be late. */
    private static final Duration LATEST = Duration.ofHours(70);

    private static final int MOST_PLANNED = 300_000;

    private final History history;
    private final CustomerEvents events;
    private final Storefront sdk;
    private final Storefront http;
    private final Returns returns;
    private final PriorityQueue<Planned> agenda = new PriorityQueue<>(Comparator.comparingLong(Planned::time));
    private int newcomers;
    private long nextNewcomer;
    /** Tells the newcomers of one run from those of another. */
    private String run = "";

    /**
     * @param events of the history's customers
     * @param sdk through which most newcomers come
     * @param http through which the others come
     * @param returns takes what customers of the history do
     */
    LiveShop(CustomerEvents events, Storefront sdk, Storefront http, Returns returns) {
        this.history = events.history();
        this.events = events;
        this.sdk = sdk;
        this.http = http;
        this.returns = returns;
    }

    /** Takes events with times of their own. */
    interface Returns {
        void send(Event event) throws InterruptedException;
    }

    /** Something to be done at its time. */
    private record Planned(long time, Errand errand) {}

    private interface Errand {
        void run() throws InterruptedException;
    }

    /** Until the thread is interrupted. */
    void run() throws InterruptedException {
        open(System.currentTimeMillis());
        while (!Thread.interrupted()) {
            long next = step(System.currentTimeMillis());
            Thread.sleep(Math.clamp(next - System.currentTimeMillis(), 1, BETWEEN_NEWCOMERS.toMillis()));
        }
        throw new InterruptedException("stopping");
    }

    /** Begins the day: who of the history will come back when. */
    void open(long now) {
        run = Long.toString(now, Character.MAX_RADIX);
        nextNewcomer = now;
        planReturns(now);
    }

    /** Does what is due and says when the next thing is. */
    long step(long now) throws InterruptedException {
        if (now >= nextNewcomer) {
            welcome(Instant.ofEpochMilli(now));
            nextNewcomer = Math.max(nextNewcomer + BETWEEN_NEWCOMERS.toMillis(), now);
        }
        Planned first = agenda.peek();
        while (first != null && first.time <= now) {
            agenda.poll();
            first.errand.run();
            first = agenda.peek();
        }
        return first == null ? nextNewcomer : Math.min(nextNewcomer, first.time);
    }

    /** What customers of the history do from now on, and did while the demo was off, as far as it is not late. */
    private void planReturns(long now) {
        long from = Math.max(history.moment().toEpochMilli(), now - LATEST.toMillis());
        for (Tactic tactic : Tactic.values()) {
            for (Customer customer : history.customers(tactic)) {
                for (Event event : events.between(customer, from, Long.MAX_VALUE)) {
                    plan(event.timeMillis(), () -> returns.send(event));
                }
            }
        }
    }

    private void welcome(Instant now) throws InterruptedException {
        Tactic[] tactics = Tactic.values();
        Tactic tactic = tactics[newcomers % tactics.length];
        // In rounds over all tactics, so that each has newcomers of both kinds.
        int round = newcomers / tactics.length;
        Storefront store = round % OVER_HTTP == OVER_HTTP - 1 ? http : sdk;
        Customer customer = history.newcomer(tactic, newcomers, run, now);
        newcomers++;
        String variant = store.meet(customer);
        if (variant != null) {
            for (Deed deed : history.deeds(customer, variant)) {
                plan(quickened(deed, customer.met()), () -> store.track(customer, deed));
            }
        }
    }

    private static long quickened(Deed deed, long met) {
        long after = Math.max(0, deed.time() - met);
        boolean quick = after < QUICK && !deed.name().equals("app_open");
        return met + (quick ? AT_LEAST + after * QUICKENED / QUICK : after);
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
