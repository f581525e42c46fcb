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
import java.util.List;
import java.util.OptionalDouble;

/**
 * Counts of one arm's values by bin and fold. Units fall into folds by hash, all values of a unit into the same: the spread of the
 * folds' shares carries the clustering by user. Inside a bin values are taken as even. See {@code docs/statistics/quantiles.md}.
 */
public final class BinnedValues {

    /** Fewer folds with values than this do not give a variance. */
    private static final int FEWEST_FOLDS = 10;

    private final double[] edges;
    private final List<long[]> folds;
    private final double[] upTo;
    /** Values of each fold. */
    private final double[] totals;

    /**
     * Counts as read.
     *
     * @param edges of the bins, rising; bin i is [edges[i], edges[i + 1])
     * @param folds counts by bin, one array a fold, one shorter than {@code edges}
     */
    public BinnedValues(double[] edges, List<long[]> folds) {
        requireRising(edges);
        this.edges = edges.clone();
        this.folds = folds.stream().map(long[]::clone).toList();
        this.upTo = new double[edges.length];
        this.totals = new double[this.folds.size()];
        for (int i = 0; i < totals.length; i++) {
            long[] fold = this.folds.get(i);
            if (fold.length != edges.length - 1) {
                throw new IllegalArgumentException(
                        "fold: " + fold.length + " bins (expected: " + (edges.length - 1) + ")");
            }
            double sum = 0;
            for (int bin = 0; bin < fold.length; bin++) {
                if (fold[bin] < 0) {
                    throw new IllegalArgumentException("count: " + fold[bin] + " (expected: 0 or more)");
                }
                sum += fold[bin];
                upTo[bin + 1] += sum;
            }
            totals[i] = sum;
        }
    }

    /**
     * The quantile with the clustered rank interval q ∓ t·σ, σ by the delta method over folds, t with folds − 1 degrees of freedom.
     *
     * @param q inside (0, 1)
     * @return {@link Reason#EMPTY_ARM} without values, {@link Reason#TOO_FEW_CLUSTERS} with values in fewer than ten folds,
     *     {@link Reason#TOO_FEW_UNITS} where the interval leaves the data
     */
    public Result<QuantileEstimate> quantile(double q, Alpha alpha) {
        OrderedValues.requireShare(q);
        double n = upTo[edges.length - 1];
        if (n == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, "There are no values.");
        }
        int bin = binOf(q * n);
        double within = (q * n - upTo[bin]) / (upTo[bin + 1] - upTo[bin]);
        List<Cluster> shares = shares(bin, within);
        if (shares.size() < FEWEST_FOLDS) {
            return new NotEstimable<>(
                    Reason.TOO_FEW_CLUSTERS,
                    "Values lie in " + shares.size() + " folds (at least " + FEWEST_FOLDS + " are needed).");
        }
        double rankError = Math.sqrt(new ClusteredArm(shares).varianceDelta());
        double freedom = shares.size() - 1.0;
        double t = alpha.t(freedom);
        double low = n * (q - t * rankError);
        double high = n * (q + t * rankError);
        if (low < 1 || high > n - 1) {
            return new NotEstimable<>(
                    Reason.TOO_FEW_UNITS,
                    "Too few of the " + (long) n + " values lie beyond the quantile for an interval.");
        }
        boolean lumpy = 2 * (upTo[bin + 1] - upTo[bin]) >= high - low && binOf(low) == binOf(high);
        double value = valueAt(q * n);
        Interval interval = new Interval(valueAt(low), valueAt(high));
        return new Estimated<>(new QuantileEstimate(
                value,
                (interval.high() - interval.low()) / (2 * t),
                SidedEstimate.of(value, interval, t),
                (long) Math.floor(low),
                (long) Math.ceil(high),
                rankError,
                OptionalDouble.of(freedom),
                lumpy));
    }

    private List<Cluster> shares(int bin, double within) {
        List<Cluster> shares = new ArrayList<>();
        for (int k = 0; k < totals.length; k++) {
            long[] fold = folds.get(k);
            double below = within * fold[bin];
            for (int i = 0; i < bin; i++) {
                below += fold[i];
            }
            if (totals[k] > 0) {
                shares.add(new Cluster(totals[k], below));
            }
        }
        return shares;
    }

    private int binOf(double rank) {
        int bin = 0;
        while (bin < edges.length - 2 && upTo[bin + 1] < rank) {
            bin++;
        }
        return bin;
    }

    private double valueAt(double rank) {
        int bin = binOf(rank);
        double share = (rank - upTo[bin]) / (upTo[bin + 1] - upTo[bin]);
        return edges[bin] + share * (edges[bin + 1] - edges[bin]);
    }

    private static void requireRising(double[] edges) {
        if (edges.length < 2) {
            throw new IllegalArgumentException("edges: " + edges.length + " of them (expected: 2 or more)");
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || i > 0 && edges[i] <= edges[i - 1]) {
                throw new IllegalArgumentException("edge: " + edges[i] + " (expected: finite, rising)");
            }
        }
    }
}
