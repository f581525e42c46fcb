package io.touchstone.standalone.demo.shop;

import java.time.Duration;
import java.util.List;

/**
 * How customers behave under each arm of a tactic: potential outcomes. {@link #play} draws what one customer does; {@link #mean} is the
 * exact mean of what a metric then counts, so that a difference of two means is a true effect.
 *
 * <p>The means hold for every customer alike, whatever day she comes, so they hold for matured cohorts, which are what a metric
 * estimates.
 */
interface Model {
    /** Questions to {@link Chance} that all models ask; models number theirs from {@link #OWN}. */
    int HOUR = 0;

    int CITY = 1;
    int DAY = 2;
    int LOYALTY = 3;
    int OWN = 10;
    /** Whether and when the app is opened on day n: two questions a day. */
    int OPENS = 1_000;

    /** How long after the day's start the first customers come. */
    default Duration opens() {
        return Duration.ofHours(8);
    }

    /** How long after the day's start the last ones came. */
    default Duration closes() {
        return Duration.ofHours(22);
    }

    /** Adds what the customer does under the arm. */
    void play(Scene scene, int arm, List<Deed> deeds);

    /** The mean of a metric under the arm. */
    double mean(ShopMetric metric, int arm);

    /**
     * One customer.
     *
     * @param chance her luck
     * @param met when she met the tactic
     * @param days the shop's calendar
     */
    record Scene(Chance chance, long met, Days days) {
        /** A moment between two distances from the meeting. */
        long later(int question, Duration from, Duration to) {
            return met + chance.between(question, from.toMillis(), to.toMillis());
        }

        /** The same, rather soon than late. */
        long soon(int question, Duration from, Duration to) {
            double share = chance.uniform(question) * chance.uniform(question);
            return met + from.toMillis() + (long) (share * (to.toMillis() - from.toMillis()));
        }

        /**
         * Opens the app on days 1 to 27 with probability {@code curve} times her loyalty, which is as often below 1 as above: over all
         * customers the probability is the curve's.
         */
        void openApp(Curve curve, double loyaltySpread, List<Deed> deeds) {
            double loyalty = chance.happens(LOYALTY, 0.5) ? 1 + loyaltySpread : 1 - loyaltySpread;
            int cohort = days.dayOf(met);
            for (int n = 1; n < History.DAYS; n++) {
                if (chance.happens(OPENS + 2 * n, loyalty * curve.at(n))) {
                    long hour = chance.between(
                            OPENS + 2 * n + 1,
                            Duration.ofHours(7).toMillis(),
                            Duration.ofHours(23).toMillis());
                    deeds.add(new Deed(days.start(cohort + n) + hour, "app_open", null));
                }
            }
        }
    }

    /**
     * Retention by day: {@code first · n^(−decay)}.
     *
     * @param first on day 1
     * @param decay 0 or more
     */
    record Curve(double first, double decay) {
        double at(int day) {
            return first * Math.pow(day, -decay);
        }
    }
}
