package io.touchstone.statistics.survival;

import io.touchstone.statistics.ChiSquare;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/**
 * Whether two arms have the same hazard: Mantel 1966. Strong where hazards stay proportional, blind where curves cross: then the
 * {@link RestrictedMeanTest} says more. See {@code docs/statistics/survival.md}.
 */
public final class LogRankTest {

    private LogRankTest() {}

    /**
     * The test of two arms.
     *
     * @return {@link Reason#EMPTY_ARM} where an arm has no units, {@link Reason#ZERO_EVENTS} where no event happened while both arms
     *     were at risk
     */
    public static Result<LogRank> test(LifeTable control, LifeTable treatment) {
        if (control.units() == 0 || treatment.units() == 0) {
            return new NotEstimable<>(
                    Reason.EMPTY_ARM, "Units: control " + control.units() + ", treatment " + treatment.units() + ".");
        }
        TreeSet<Double> times = new TreeSet<>();
        control.rows().forEach(row -> times.add(row.time()));
        treatment.rows().forEach(row -> times.add(row.time()));
        Risk c = new Risk(control);
        Risk t = new Risk(treatment);
        double observed = 0;
        double expected = 0;
        double variance = 0;
        for (double time : times) {
            c.moveTo(time);
            t.moveTo(time);
            double events = c.events() + t.events();
            double units = c.left + t.left;
            if (events > 0) {
                observed += t.events();
                expected += events * (t.left / units);
                variance +=
                        units > 1 ? events * (t.left / units) * (c.left / units) * ((units - events) / (units - 1)) : 0;
            }
        }
        return variance > 0
                ? new Estimated<>(outcome(observed, expected, variance))
                : new NotEstimable<>(Reason.ZERO_EVENTS, "No event happened while both arms were at risk.");
    }

    private static LogRank outcome(double observed, double expected, double variance) {
        double excess = observed - expected;
        double statistic = excess * excess / variance;
        return new LogRank(observed, expected, variance, statistic, ChiSquare.p(statistic, 1));
    }

    /** Walks through a table; {@link #left} is the number at risk at the time moved to. */
    private static final class Risk {
        private final Iterator<LifeTable.Row> rows;
        private LifeTable.Row next;
        private boolean atRow;
        private double left;

        private Risk(LifeTable table) {
            List<LifeTable.Row> all = table.rows();
            rows = all.iterator();
            next = rows.next();
            left = table.units();
        }

        private void moveTo(double time) {
            if (atRow) {
                left -= next.events() + next.censored();
                atRow = false;
                if (rows.hasNext()) {
                    next = rows.next();
                }
            }
            atRow = next.time() == time;
        }

        private double events() {
            return atRow ? next.events() : 0;
        }
    }
}
