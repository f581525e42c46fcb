package io.touchstone.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How many units enter on each cohort day.
 *
 * @param days from day 0, a Monday
 */
record Entry(List<Day> days) {
    private static final int WEEK = 7;
    /** Most come on Monday, fewest on Sunday. */
    private static final double[] WEEKDAYS = {1.4, 1.2, 1.1, 1.0, 0.9, 0.8, 0.6};

    Entry {
        days = List.copyOf(days);
    }

    /** Units of both arms that enter on one day. */
    record Day(int control, int treatment) {
        int units() {
            return control + treatment;
        }
    }

    /** As many every day, in equal arms. */
    static Entry flat(int days, int unitsADay) {
        return even(days, _ -> unitsADay);
    }

    /** 60 % in the first three days, the rest in equal parts. */
    static Entry frontLoaded(int days, int units) {
        return even(days, day -> day < 3 ? units * 0.2 : units * 0.4 / (days - 3));
    }

    /** A list: everybody enters on day 0. */
    static Entry oneDay(int units) {
        return even(1, _ -> units);
    }

    /** Each day its own multiple exp(0.4·Z) of the usual number. */
    static Entry unsteady(int days, int unitsADay, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return even(days, _ -> unitsADay * Draws.lognormal(random, 0.4));
    }

    /** Whole weeks with their busy and their quiet days. */
    static Entry weekly(int weeks, int unitsADay) {
        return even(weeks * WEEK, day -> unitsADay * WEEKDAYS[day % WEEK]);
    }

    /** As many units, of which a share falls in the treatment. */
    Entry withTreatmentShare(double share) {
        return new Entry(days.stream()
                .map(day -> {
                    int treatment = (int) Math.round(day.units() * share);
                    return new Day(day.units() - treatment, treatment);
                })
                .toList());
    }

    /** Of all days and both arms. */
    long units() {
        return days.stream().mapToLong(Day::units).sum();
    }

    /** Units of a day before rounding. */
    private interface DailyUnits {
        double on(int day);
    }

    private static Entry even(int days, DailyUnits units) {
        List<Day> all = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            int arm = (int) Math.round(units.on(day) / 2);
            all.add(new Day(arm, arm));
        }
        return new Entry(all);
    }
}
