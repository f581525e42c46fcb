package io.touchstone.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Sample ratio mismatch: whether units fell into the arms as the weights say (Pearson 1900).
 *
 * <p>Arms of weight 0 take no part: they add no degree of freedom, and units seen there are reported apart. See
 * {@code docs/statistics/srm.md}.
 */
public final class SampleRatioTest {

    private static final double SMALL_COUNT = 5;

    private SampleRatioTest() {}

    /**
     * The test at one look; looking again and again needs the sequential form.
     *
     * @param observed units of each arm, 0 or more
     * @param weights of the arms in the same order, 0 or more, relative to their total
     * @return {@link Reason#SINGLE_ARM} below two arms with a weight, {@link Reason#EMPTY_ARM} where none of them has units
     * @throws IllegalArgumentException for lists of different length, negative counts or weights
     */
    public static Result<SampleRatio> test(List<Long> observed, List<Double> weights) {
        validate(observed, weights);
        int arms = 0;
        long total = 0;
        long unexpected = 0;
        double weightTotal = 0;
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i) > 0) {
                arms++;
                total += observed.get(i);
                weightTotal += weights.get(i);
            } else {
                unexpected += observed.get(i);
            }
        }
        if (arms < 2) {
            return new NotEstimable<>(Reason.SINGLE_ARM, "Arms with a weight: " + arms + " (at least 2 are needed).");
        }
        if (total == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, "No unit is in any arm that has a weight.");
        }
        return new Estimated<>(compute(observed, weights, total, weightTotal, arms - 1, unexpected));
    }

    private static SampleRatio compute(
            List<Long> observed, List<Double> weights, long total, double weightTotal, int df, long unexpected) {
        List<Double> expected = new ArrayList<>();
        double statistic = 0;
        boolean small = false;
        for (int i = 0; i < weights.size(); i++) {
            double due = total * (weights.get(i) / weightTotal);
            expected.add(due);
            if (weights.get(i) > 0) {
                double gap = observed.get(i) - due;
                statistic += gap * gap / due;
                small |= due < SMALL_COUNT;
            }
        }
        return new SampleRatio(statistic, df, ChiSquare.p(statistic, df), expected, unexpected, small);
    }

    private static void validate(List<Long> observed, List<Double> weights) {
        if (observed.size() != weights.size()) {
            throw new IllegalArgumentException(
                    "weights: " + weights.size() + " of them (expected: " + observed.size() + ", one for each arm)");
        }
        for (long count : observed) {
            if (count < 0) {
                throw new IllegalArgumentException("observed: " + count + " (expected: 0 or more)");
            }
        }
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight: " + weight + " (expected: finite, 0 or more)");
            }
        }
    }
}
