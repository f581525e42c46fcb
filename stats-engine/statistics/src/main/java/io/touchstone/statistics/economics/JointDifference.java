package io.touchstone.statistics.economics;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * Treatment minus control of two metrics of the same units, per unit.
 *
 * @param first margin, or outcome, in its unit
 * @param second cost, or share delivered, in its unit
 * @param varianceFirst squared standard error of {@code first}, 0 or more
 * @param varianceSecond squared standard error of {@code second}, 0 or more
 * @param covariance of the two differences: s_yc,t/n_t + s_yc,c/n_c
 */
public record JointDifference(
        double first, double second, double varianceFirst, double varianceSecond, double covariance) {

    /** @throws IllegalArgumentException for numbers that are not finite, or a covariance beyond the variances */
    public JointDifference {
        requireFinite("first", first);
        requireFinite("second", second);
        requireVariance("varianceFirst", varianceFirst);
        requireVariance("varianceSecond", varianceSecond);
        double bound = Math.sqrt(varianceFirst) * Math.sqrt(varianceSecond);
        if (!(Math.abs(covariance) <= bound * (1 + 1e-6))) {
            throw new IllegalArgumentException(
                    "covariance: " + covariance + " (expected: finite, at most " + bound + " in size)");
        }
    }

    /**
     * From the pair's moments in both arms.
     *
     * @param first component of margin or outcome
     * @param second component of cost or delivery
     * @return {@link Reason#TOO_FEW_UNITS} below two units in an arm
     */
    public static Result<JointDifference> of(JointMoments control, JointMoments treatment, int first, int second) {
        if (control.n() < 2 || treatment.n() < 2) {
            return new NotEstimable<>(
                    Reason.TOO_FEW_UNITS,
                    "Units: control " + control.n() + ", treatment " + treatment.n()
                            + " (at least 2 in each are needed).");
        }
        return new Estimated<>(new JointDifference(
                treatment.mean(first) - control.mean(first),
                treatment.mean(second) - control.mean(second),
                covariance(control, first, first) + covariance(treatment, first, first),
                covariance(control, second, second) + covariance(treatment, second, second),
                covariance(control, first, second) + covariance(treatment, first, second)));
    }

    private static double covariance(JointMoments arm, int i, int j) {
        return arm.covariance(i, j) / arm.n();
    }

    /** Variance of first − factor·second; what is only rounding is 0. */
    double varianceOf(double factor) {
        double own = varianceFirst + factor * factor * varianceSecond;
        double variance = own - 2 * factor * covariance;
        return variance <= 1e-15 * own ? 0 : variance;
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: finite)");
        }
    }

    private static void requireVariance(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: finite, 0 or more)");
        }
    }
}
