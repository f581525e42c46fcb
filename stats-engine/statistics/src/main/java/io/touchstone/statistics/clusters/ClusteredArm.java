package io.touchstone.statistics.clusters;

import java.util.List;

/**
 * The clusters of one arm and the variances of their mean. With N_j and Y_j of cluster j, N = ΣN_j, the mean is m = ΣY_j/N and the
 * residual of a cluster u_j = Y_j − m·N_j.
 *
 * @param clusters one row each; at least one
 */
public record ClusteredArm(List<Cluster> clusters) {

    /** Keeps a copy. */
    public ClusteredArm {
        clusters = List.copyOf(clusters);
        if (clusters.isEmpty()) {
            throw new IllegalArgumentException("clusters: 0 of them (expected: 1 or more)");
        }
    }

    /** Units of all clusters. */
    public double units() {
        double sum = 0;
        for (Cluster cluster : clusters) {
            sum += cluster.size();
        }
        return sum;
    }

    /** Sum over units divided by units. */
    public double mean() {
        double sum = 0;
        for (Cluster cluster : clusters) {
            sum += cluster.sum();
        }
        return sum / units();
    }

    /** CR0: Σu_j²/N² (Liang and Zeger 1986). Too small with few clusters. */
    public double varianceCr0() {
        double mean = mean();
        double units = units();
        double squares = 0;
        for (Cluster cluster : clusters) {
            double share = (cluster.sum() - mean * cluster.size()) / units;
            squares += share * share;
        }
        return squares;
    }

    /** The delta method of a ratio of sums with the cluster as the unit: CR0·J/(J − 1); needs two clusters. */
    public double varianceDelta() {
        requireTwo();
        double count = clusters.size();
        return varianceCr0() * count / (count - 1);
    }

    /**
     * CR2 (Bell and McCaffrey 2002): Σu_j²/(1 − N_j/N)/N², without bias where units are independent with one variance; needs two
     * clusters.
     */
    public double varianceCr2() {
        requireTwo();
        double mean = mean();
        double units = units();
        double squares = 0;
        for (Cluster cluster : clusters) {
            double share = (cluster.sum() - mean * cluster.size()) / units;
            squares += share * share / (1 - cluster.size() / units);
        }
        return squares;
    }

    /**
     * CR3: (J − 1)/J·Σ(m_(j) − m)², m_(j) the mean without cluster j, which is (J − 1)/J·Σu_j²/(1 − N_j/N)²/N² (Bell and McCaffrey
     * 2002; MacKinnon, Nielsen and Webb 2023); needs two clusters.
     */
    public double varianceJackknife() {
        requireTwo();
        double mean = mean();
        double units = units();
        double squares = 0;
        for (Cluster cluster : clusters) {
            double move = (cluster.sum() - mean * cluster.size()) / (units - cluster.size());
            squares += move * move;
        }
        return squares * (clusters.size() - 1) / clusters.size();
    }

    /** Expectation of {@link #varianceJackknife} for independent units of variance 1: (J − 1)/J·Σ s_j/(1 − s_j)/N, s_j = N_j/N. */
    double jackknifeTrace() {
        double units = units();
        double sum = 0;
        for (Cluster cluster : clusters) {
            sum += cluster.size() / (units - cluster.size());
        }
        return sum * (clusters.size() - 1) / clusters.size() / units;
    }

    /**
     * Half its variance. With a_j = (s_j/(1 − s_j))² the residuals' covariances are (1 − s_j)/(s_j N) and −1/N, so it is
     * ((J − 1)/J)²(Σa_j + (Σa_j)² − Σa_j²)/N².
     */
    double squaredJackknifeTrace() {
        double units = units();
        double weights = 0;
        double squares = 0;
        for (Cluster cluster : clusters) {
            double odds = cluster.size() / (units - cluster.size());
            weights += odds * odds;
            squares += odds * odds * odds * odds;
        }
        double factor = (clusters.size() - 1.0) / clusters.size() / units;
        return factor * factor * (weights + weights * weights - squares);
    }

    /** tr(G) of the quadratic form of CR2 when units are independent: its expectation for a unit variance of 1. */
    double trace() {
        return 1 / units();
    }

    /** tr(G²): half its variance. */
    double squaredTrace() {
        double units = units();
        double sizes = 0;
        double weights = 0;
        double squaredWeights = 0;
        for (Cluster cluster : clusters) {
            double share = cluster.size() / units;
            double weight = share * share / (1 - share);
            sizes += share * share;
            weights += weight;
            squaredWeights += weight * weight;
        }
        return (sizes + weights * weights - squaredWeights) / (units * units);
    }

    private void requireTwo() {
        if (clusters.size() < 2) {
            throw new IllegalStateException("clusters: 1 of them (expected: 2 or more)");
        }
    }
}
