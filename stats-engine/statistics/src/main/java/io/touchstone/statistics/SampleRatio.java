package io.touchstone.statistics;

import java.util.List;

/**
 * The outcome of a {@link SampleRatioTest}.
 *
 * @param statistic Pearson's chi-square, 0 or more
 * @param degreesOfFreedom arms with a weight, less one
 * @param p upper tail probability, above 0 and at most 1
 * @param expected units every arm should have, in the order given; 0 for an arm without weight
 * @param unexpectedUnits units seen in arms without weight: each one is a defect of the assignment
 * @param smallCounts whether an arm should have fewer than five units, where the chi-square distribution is only rough
 */
public record SampleRatio(
        double statistic,
        int degreesOfFreedom,
        double p,
        List<Double> expected,
        long unexpectedUnits,
        boolean smallCounts) {

    /** Keeps a copy. */
    public SampleRatio {
        expected = List.copyOf(expected);
    }
}
