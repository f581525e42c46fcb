package io.touchstone.statistics.margin;

import io.touchstone.statistics.ArmSizes;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Normal;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.rate.RestrictedRates;

/**
 * The score test of non-inferiority for two proportions: the variance at the maximum-likelihood estimates that lie exactly on the
 * margin. Farrington and Manning 1990 (Statistics in Medicine 9:1447), without the factor n/(n − 1) of Miettinen and Nurminen 1985.
 *
 * <p>Optional beside {@link NonInferiorityTest}; better at few events. See {@code docs/statistics/non-inferiority.md}.
 */
public final class FarringtonManning {

    private FarringtonManning() {}

    /**
     * One-sided p-value, above 0 and at most 1.
     *
     * @return {@link Reason#EMPTY_ARM} without units in an arm; {@link Reason#ZERO_VARIANCE} where the estimates on the margin leave
     *     no variance
     * @throws IllegalArgumentException for an absolute margin of 1 or more
     */
    public static Result<Double> p(Proportion control, Proportion treatment, Margin margin, Direction direction) {
        if (control.trials() == 0 || treatment.trials() == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, ArmSizes.text(control.trials(), treatment.trials()));
        }
        int sign = direction.better().sign();
        double pc = control.rate().orElseThrow();
        double pt = treatment.rate().orElseThrow();
        return switch (margin) {
            case Margin.Absolute(double size) -> {
                if (size >= 1) {
                    throw new IllegalArgumentException("margin: " + size + " (expected: below 1 for a proportion)");
                }
                double gap = -sign * size;
                double variance =
                        RestrictedRates.at(control, treatment, gap).variance(control.trials(), treatment.trials());
                yield p(sign * (pt - pc - gap), variance);
            }
            case Margin.Relative(double share) -> {
                double factor = 1 - sign * share;
                double variance = RestrictedRates.atRatio(control, treatment, factor)
                        .varianceOfRatio(factor, control.trials(), treatment.trials());
                yield p(sign * (pt - factor * pc), variance);
            }
        };
    }

    private static Result<Double> p(double contrast, double variance) {
        if (variance == 0) {
            return new NotEstimable<>(Reason.ZERO_VARIANCE, "On the margin every unit, or none, has the event.");
        }
        return new Estimated<>(Math.max(Normal.SMALLEST_P, Normal.upperTail(contrast / Math.sqrt(variance))));
    }
}
