package io.touchstone.standalone.demo.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Four weeks of the shop before a moment, and what becomes of its customers afterwards: 28 whole days and the part of the
 * moment's own day. The same seed and moment give the same history.
 */
public final class History {
    /** Whole days before the moment's day. */
    public static final int DAYS = 28;

    /** The zone of the shop's calendar. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Four days of newcomers before they would share numbers with those of an opening one millisecond later. */
    private static final int NEWCOMER_BITS = 20;

    private final long seed;
    private final long moment;
    private final Days days = new Days(ZONE);
    private final int today;

    /**
     * @param seed any number
     * @param moment the end of the history
     */
    public History(long seed, Instant moment) {
        this.seed = seed;
        this.moment = moment.toEpochMilli();
        this.today = days.dayOf(this.moment);
    }

    public long seed() {
        return seed;
    }

    /** The first millisecond of the first day. */
    public Instant begin() {
        return Instant.ofEpochMilli(days.start(today - DAYS));
    }

    /** The last whole day: what can be said about it does not change any more. */
    public LocalDate lastDay() {
        return LocalDate.ofEpochDay(today - 1L);
    }

    public Instant moment() {
        return Instant.ofEpochMilli(moment);
    }

    /** Everyone who has met the tactic until the moment, in order of time: counting is quickest where days come one by one. */
    public List<Customer> customers(Tactic tactic) {
        double[] upTo = busynessUpTo();
        // As many on the whole days as the tactic says, on average; today's come on top.
        long everyone = Math.round(tactic.customers() * upTo[DAYS] / upTo[DAYS - 1]);
        List<Customer> customers = new ArrayList<>((int) everyone);
        for (int number = 0; number < everyone; number++) {
            Chance chance = chance(tactic, number);
            int day = today - DAYS + dayAt(upTo, chance.uniform(Model.DAY));
            Customer customer = tactic.customer(chance, number, prefix(tactic), days, day);
            if (customer.met() < moment) {
                customers.add(customer);
            }
        }
        customers.sort(Comparator.comparingLong(Customer::met));
        return customers;
    }

    /** What a customer does in the four weeks after she met the arm, before and after the moment, in no order. */
    public List<Deed> deeds(Customer customer, String arm) {
        return customer.tactic().deeds(chance(customer.tactic(), customer.number()), customer, arm, days);
    }

    /**
     * Somebody who comes after the history.
     *
     * @param opening when the shop opened, epoch milliseconds: the newcomers of each opening have a luck of their own
     * @param number of the newcomer, from 0 in each opening
     * @param met when she comes, epoch milliseconds
     */
    public Customer newcomer(Tactic tactic, long opening, int number, long met) {
        long own = (opening << NEWCOMER_BITS) + number;
        String id = prefix(tactic) + Long.toString(opening, Character.MAX_RADIX) + "-" + number;
        Customer drawn = tactic.customer(chance(tactic, own), own, id, days, today);
        return new Customer(tactic, own, id, drawn.city(), met);
    }

    private Chance chance(Tactic tactic, long number) {
        return new Chance(seed, tactic.ordinal(), number);
    }

    private static String prefix(Tactic tactic) {
        return "tea-" + tactic.stage() + "-";
    }

    /** Sums of busyness of the days up to each, today's included. */
    private double[] busynessUpTo() {
        double[] upTo = new double[DAYS + 1];
        double sum = 0;
        for (int i = 0; i <= DAYS; i++) {
            sum += Tactic.busyness(days.weekend(today - DAYS + i));
            upTo[i] = sum;
        }
        return upTo;
    }

    private static int dayAt(double[] upTo, double share) {
        double wanted = share * upTo[upTo.length - 1];
        int day = 0;
        while (upTo[day] <= wanted) {
            day++;
        }
        return day;
    }
}
