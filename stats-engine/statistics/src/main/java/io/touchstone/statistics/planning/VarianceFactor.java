package io.touchstone.statistics.planning;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.sequential.GroupSequentialDesign;
import io.touchstone.statistics.sequential.LookSchedule;

/**
 * By how much a feature of the design changes the units a test needs: below 1 it saves, above 1 it costs. Factors of one
 * design multiply.
 *
 * @param value above 0
 */
public record VarianceFactor(double value) {

    /** Nothing special. */
    public static final VarianceFactor NONE = new VarianceFactor(1);

    /** @throws IllegalArgumentException for a factor that is not above 0 and finite */
    public VarianceFactor {
        UnitVariances.requirePositive("factor", value);
    }

    /**
     * CUPED: 1 − ρ² (Deng, Xu, Kohavi and Walker 2013).
     *
     * @param correlation of outcome and covariate, inside (−1, 1); with several covariates the multiple correlation R
     */
    public static VarianceFactor covariates(double correlation) {
        if (!(Math.abs(correlation) < 1)) {
            throw new IllegalArgumentException("correlation: " + correlation + " (expected: above -1 and below 1)");
        }
        return new VarianceFactor((1 - correlation) * (1 + correlation));
    }

    /**
     * Groups instead of units: 1 + (m̄(1 + CV²) − 1)·ICC (Kish's design effect with clusters of different size; Eldridge, Ashby
     * and Kerry 2006).
     *
     * @param meanSize units in a cluster, 1 or more
     * @param variation standard deviation of the sizes over their mean, 0 or more
     * @param intraclassCorrelation of two units of a cluster, 0 to 1
     */
    public static VarianceFactor clusters(double meanSize, double variation, double intraclassCorrelation) {
        if (!(meanSize >= 1 && meanSize < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("meanSize: " + meanSize + " (expected: finite, 1 or more)");
        }
        if (!(variation >= 0 && variation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("variation: " + variation + " (expected: finite, 0 or more)");
        }
        if (!(intraclassCorrelation >= 0 && intraclassCorrelation <= 1)) {
            throw new IllegalArgumentException(
                    "intraclassCorrelation: " + intraclassCorrelation + " (expected: 0 to 1)");
        }
        double extra = meanSize - 1 + variation * variation * meanSize;
        return new VarianceFactor(1 + extra * intraclassCorrelation);
    }

    /**
     * Looks on the way: the squared ratio of the drift the group-sequential test needs to the drift of a single look.
     *
     * @param power planned, above the design's alpha and below 1
     */
    public static VarianceFactor looks(GroupSequentialDesign design, LookSchedule schedule, double power) {
        ErrorRates single = new ErrorRates(new Alpha(design.alpha()), design.sides(), power);
        double ratio = design.driftFor(schedule, power) / single.drift();
        return new VarianceFactor(ratio * ratio);
    }

    /** Both features together. */
    public VarianceFactor times(VarianceFactor other) {
        return new VarianceFactor(value * other.value);
    }
}
