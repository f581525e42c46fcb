package io.touchstone.statistics.heterogeneity;

import java.util.List;

/**
 * The outcome of a {@link HeterogeneityTest}.
 *
 * @param fixedEffect mean of the effects by inverse variance
 * @param fixedError its standard error
 * @param q Cochran's Q, 0 or more
 * @param degreesOfFreedom segments less one
 * @param p upper tail of Q
 * @param iSquared share of the spread beyond sampling, 0 to 1
 * @param betweenVariance τ² of the true effects (DerSimonian and Laird 1986), 0 or more
 * @param signChange whether the intervals of some segments lie above 0 and of others below
 * @param segments in the order given
 */
public record Heterogeneity(
        double fixedEffect,
        double fixedError,
        double q,
        int degreesOfFreedom,
        double p,
        double iSquared,
        double betweenVariance,
        boolean signChange,
        List<SegmentReading> segments) {

    /** Keeps a copy. */
    public Heterogeneity {
        segments = List.copyOf(segments);
    }
}
