package io.touchstone.statistics.survival;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The product-limit estimate of staying without the event: Kaplan and Meier 1958, S(t) = Π(1 − d_i/n_i) over t_i ≤ t, with
 * Greenwood's variance S²·Σ d_i/(n_i(n_i − d_i)). See {@code docs/statistics/survival.md}.
 */
public final class SurvivalCurve {

    /** Products of shares that are exactly one half leave it by a few roundings. */
    private static final double HALF = 0.5 * (1 + 1e-12);

    private final double[] times;
    private final long[] atRisk;
    private final double[] survival;
    /** Σ d/(n(n − d)) up to the time; infinite once everybody at risk had the event. */
    private final double[] greenwood;

    private SurvivalCurve(List<LifeTable.Row> rows, long units) {
        times = new double[rows.size()];
        atRisk = new long[rows.size()];
        survival = new double[rows.size()];
        greenwood = new double[rows.size()];
        long left = units;
        double share = 1;
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            long events = rows.get(i).events();
            times[i] = rows.get(i).time();
            atRisk[i] = left;
            if (events > 0) {
                share *= (double) (left - events) / left;
                sum += (double) events / left / (left - events);
            }
            survival[i] = share;
            greenwood[i] = sum;
            left -= events + rows.get(i).censored();
        }
    }

    /** The curve; {@link Reason#EMPTY_ARM} without units. */
    public static Result<SurvivalCurve> of(LifeTable table) {
        long units = table.units();
        if (units == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, "There are no units.");
        }
        return new Estimated<>(new SurvivalCurve(table.rows(), units));
    }

    /** The curve at a time of 0 or more; after the last observation it keeps its value, with nobody at risk. */
    public SurvivalPoint at(double time, Alpha alpha) {
        requireTime(time);
        int last = lastUpTo(time);
        long risk = last >= 0 && times[last] == time ? atRisk[last] : last + 1 < times.length ? atRisk[last + 1] : 0;
        double share = last < 0 ? 1 : survival[last];
        return new SurvivalPoint(time, risk, share, error(share, last < 0 ? 0 : greenwood[last], alpha));
    }

    private static Result<SurvivalError> error(double share, double greenwood, Alpha alpha) {
        if (share == 0) {
            return new NotEstimable<>(Reason.ZERO_VARIANCE, "Everybody who was followed had the event by then.");
        }
        return new Estimated<>(
                greenwood == 0 ? SurvivalError.none() : SurvivalError.of(share, Math.sqrt(greenwood), alpha.z()));
    }

    /** The smallest time with S ≤ 1/2; absent where the curve stays above. */
    public OptionalDouble median() {
        for (int i = 0; i < times.length; i++) {
            if (survival[i] <= HALF) {
                return OptionalDouble.of(times[i]);
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * Mean time without the event up to {@code tau}.
     *
     * @param tau 0 or more
     * @return {@link Reason#FOLLOW_UP_TOO_SHORT} where the last unit was seen before tau without the event
     */
    public Result<MeanEstimate> restrictedMean(double tau) {
        MeanEstimate area = areaUpTo(tau);
        if (!knows(tau)) {
            double end = times[times.length - 1];
            return new NotEstimable<>(
                    Reason.FOLLOW_UP_TOO_SHORT,
                    "The last unit was seen at " + end + ", before " + tau + ": the area up to there is unknown.");
        }
        return new Estimated<>(area);
    }

    /**
     * The area under the curve, with variance Σ A_i²·d_i/(n_i(n_i − d_i)), A_i the area from t_i to tau. Behind the last observation
     * the curve is carried on flat, as R's survival does: a convention and no estimate.
     *
     * @param tau 0 or more
     */
    public MeanEstimate areaUpTo(double tau) {
        requireTime(tau);
        double area = 0;
        double variance = 0;
        double right = tau;
        for (int i = lastUpTo(tau); i >= 0; i--) {
            area += survival[i] * (right - times[i]);
            double step = greenwood[i] - (i == 0 ? 0 : greenwood[i - 1]);
            if (area > 0 && step > 0) {
                variance += area * area * step;
            }
            right = times[i];
        }
        return new MeanEstimate(area + right, variance);
    }

    /**
     * The number of units that, followed to the end, would know S(t) as well as the data do: S(1 − S) over Greenwood's variance
     * (Dorey and Korn 1987). Without losses it is the number of units. Where S is 1 the units at risk then; where S is 0 the
     * number at the last time it was not.
     *
     * @param time 0 or more
     */
    public double effectiveUnits(double time) {
        requireTime(time);
        int last = lastUpTo(time);
        while (last >= 0 && survival[last] == 0) {
            last--;
        }
        if (last < 0 || greenwood[last] == 0) {
            int next = last + 1;
            return next < times.length ? atRisk[next] : 0;
        }
        return (1 - survival[last]) / survival[last] / greenwood[last];
    }

    /**
     * Skewness of the time without the event up to {@code tau}, third central moment over sd³, from the steps of the curve; 0 where it
     * does not vary.
     *
     * @param tau 0 or more
     */
    double skewness(double tau) {
        double mean = areaUpTo(tau).mean();
        double second = 0;
        double third = 0;
        double before = 1;
        for (int i = 0; i <= lastUpTo(tau); i++) {
            double gap = times[i] - mean;
            second += (before - survival[i]) * gap * gap;
            third += (before - survival[i]) * gap * gap * gap;
            before = survival[i];
        }
        double gap = tau - mean;
        second += before * gap * gap;
        third += before * gap * gap * gap;
        return second > 0 ? third / second / Math.sqrt(second) : 0;
    }

    /** Whether the curve is known up to a time: somebody was followed to it, or nobody was left. */
    boolean knows(double time) {
        return times[times.length - 1] >= time || survival[times.length - 1] == 0;
    }

    private int lastUpTo(double time) {
        int last = -1;
        while (last + 1 < times.length && times[last + 1] <= time) {
            last++;
        }
        return last;
    }

    private static void requireTime(double time) {
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("time: " + time + " (expected: finite, 0 or more)");
        }
    }
}
