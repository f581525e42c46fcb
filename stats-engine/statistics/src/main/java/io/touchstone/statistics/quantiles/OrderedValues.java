package io.touchstone.statistics.quantiles;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SidedEstimate;
import io.touchstone.statistics.clusters.Cluster;
import io.touchstone.statistics.clusters.ClusteredArm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The values of one arm in rising order, with the user each belongs to where a user has several. Point estimate: type 7 of Hyndman
 * and Fan 1996. See {@code docs/statistics/quantiles.md}.
 */
public final class OrderedValues {

    private final double[] sorted;
    private final List<double[]> users;

    private OrderedValues(double[] sorted, List<double[]> users) {
        this.sorted = sorted;
        this.users = users;
    }

    /** One value a user, in any order. */
    public static OrderedValues of(double[] values) {
        return new OrderedValues(sorted(values), List.of());
    }

    /** Several values a user; users without any add nothing. */
    public static OrderedValues ofUsers(List<double[]> users) {
        double[] all = users.stream().flatMapToDouble(Arrays::stream).toArray();
        List<double[]> some = users.stream()
                .filter(values -> values.length > 0)
                .map(double[]::clone)
                .toList();
        return new OrderedValues(sorted(all), some);
    }

    private static double[] sorted(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value: " + value + " (expected: finite)");
            }
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * The quantile with ranks n(q ∓ z·σ), σ = √(q(1 − q)/n), or by users the delta method on the share of values up to the quantile
     * (Deng, Knoblich and Lu 2018).
     *
     * @param q inside (0, 1)
     * @return {@link Reason#EMPTY_ARM} without values, {@link Reason#TOO_FEW_UNITS} where a rank falls outside the data
     */
    public Result<QuantileEstimate> quantile(double q, Alpha alpha) {
        requireShare(q);
        int n = sorted.length;
        if (n == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, "There are no values.");
        }
        if (n < 2 || !users.isEmpty() && users.size() < 2) {
            return new NotEstimable<>(Reason.TOO_FEW_UNITS, "An interval needs at least 2 users with values.");
        }
        double value = point(q);
        double rankError = users.isEmpty() ? Math.sqrt(q * (1 - q) / n) : byUsers(value);
        double z = alpha.z();
        double low = Math.floor(n * (q - z * rankError));
        double high = Math.ceil(n * (q + z * rankError));
        if (low < 1 || high > n) {
            return new NotEstimable<>(
                    Reason.TOO_FEW_UNITS, "Too few of the " + n + " values lie beyond the quantile for an interval.");
        }
        Interval interval = new Interval(sorted[(int) low - 1], sorted[(int) high - 1]);
        boolean lumpy = 2 * equalTo(value) >= high - low + 1;
        return new Estimated<>(new QuantileEstimate(
                value,
                (interval.high() - interval.low()) / (2 * z),
                SidedEstimate.of(value, interval, z),
                (long) low,
                (long) high,
                rankError,
                OptionalDouble.empty(),
                lumpy));
    }

    /** The point estimate alone, which is always there with one value or more: mark it where {@link #quantile} refuses. */
    public OptionalDouble pointEstimate(double q) {
        requireShare(q);
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(point(q));
    }

    private double point(double q) {
        double position = (sorted.length - 1) * q;
        int below = (int) position;
        double fraction = position - below;
        double low = sorted[below];
        return fraction == 0 ? low : low + fraction * (sorted[below + 1] - low);
    }

    private double byUsers(double value) {
        List<Cluster> shares = new ArrayList<>();
        for (double[] values : users) {
            long upTo = Arrays.stream(values).filter(one -> one <= value).count();
            shares.add(new Cluster(values.length, upTo));
        }
        return Math.sqrt(new ClusteredArm(shares).varianceDelta());
    }

    private long equalTo(double value) {
        return Arrays.stream(sorted).filter(one -> one == value).count();
    }

    static void requireShare(double q) {
        if (!(q > 0 && q < 1)) {
            throw new IllegalArgumentException("q: " + q + " (expected: above 0 and below 1)");
        }
    }
}
