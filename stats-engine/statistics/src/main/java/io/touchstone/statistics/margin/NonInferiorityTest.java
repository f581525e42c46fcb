package io.touchstone.statistics.margin;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Normal;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * Whether the treatment is worse than the control by less than a margin, by Wald's statistic with the unpooled variances that the
 * intervals use.
 *
 * <p>Absolute margin m, higher is better: H0 mean_t − mean_c ≤ −m, z = (difference + m)/se. Relative margin: H0
 * mean_t ≤ (1 − m)·mean_c, z = (mean_t − (1 − m)·mean_c)/√(Var_t + (1 − m)²·Var_c − 2(1 − m)·Cov); with lower is better the signs
 * turn and 1 + m stands for 1 − m. See {@code docs/statistics/non-inferiority.md}.
 */
public final class NonInferiorityTest {

    private NonInferiorityTest() {}

    /**
     * The test.
     *
     * @param alpha the whole level of the one tail, 0.025 where nothing else was agreed
     * @return {@link Reason#ZERO_VARIANCE} without a standard error, {@link Reason#MEAN_NOT_POSITIVE} for a relative margin of a
     *     control mean that is not above 0
     */
    public static Result<NonInferiority> of(PairEstimate pair, Margin margin, Direction direction, Alpha alpha) {
        int sign = direction.better().sign();
        return switch (margin) {
            case Margin.Absolute(double size) -> {
                double contrast = sign * pair.difference() + size;
                yield result(pair, contrast, pair.varianceOfDifference(), -sign * size, sign, alpha);
            }
            case Margin.Relative(double share) -> relative(pair, 1 - sign * share, sign, alpha);
        };
    }

    private static Result<NonInferiority> relative(PairEstimate pair, double factor, int sign, Alpha alpha) {
        double mean = pair.control().mean();
        if (!(mean > 0)) {
            return new NotEstimable<>(
                    Reason.MEAN_NOT_POSITIVE, "A relative margin needs a control mean above 0: it is " + mean + ".");
        }
        double contrast = sign * (pair.treatment().mean() - factor * mean);
        double sum = pair.treatment().varianceOfMean()
                + factor * factor * pair.control().varianceOfMean();
        double variance = sum - 2 * factor * pair.covariance();
        return result(pair, contrast, variance <= 1e-15 * sum ? 0 : variance, 0, sign, alpha);
    }

    /** @param limit where the contrast is 0, on the scale of the bound */
    private static Result<NonInferiority> result(
            PairEstimate pair, double contrast, double variance, double limit, int sign, Alpha alpha) {
        if (variance == 0) {
            return new NotEstimable<>(Reason.ZERO_VARIANCE, "The values do not vary in either arm: no standard error.");
        }
        double error = Math.sqrt(variance);
        double z = contrast / error;
        double reach = Normal.upperQuantile(alpha.value()) * error;
        double p = Math.max(Normal.SMALLEST_P, Normal.upperTail(z));
        double bound = limit + sign * (contrast - reach);
        return new Estimated<>(new NonInferiority(pair.difference(), contrast, error, z, p, bound, p < alpha.value()));
    }
}
