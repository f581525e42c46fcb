package io.touchstone.statistics.jackknife;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SmallSampleTest;

/**
 * A function's value with the standard error of {@link FoldJackknife}.
 *
 * @param estimate on all folds
 * @param variance squared standard error, 0 or more
 * @param degreesOfFreedom folds less one
 */
public record Jackknife(double estimate, double variance, int degreesOfFreedom) {

    /** Against 0, by Student's distribution. */
    public Result<DifferenceTest> test(Alpha alpha) {
        return SmallSampleTest.test(estimate, variance, degreesOfFreedom, alpha);
    }
}
