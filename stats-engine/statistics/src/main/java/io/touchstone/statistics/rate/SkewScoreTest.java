package io.touchstone.statistics.rate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Normal;
import io.touchstone.statistics.Proportion;
import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The score test of a difference of two rates, corrected for skewness, and the interval of all differences it does not reject:
 * Gart and Nam 1990 (Biometrics 46:637).
 *
 * <p>At a difference Δ: z = (d − Δ)/σ̃ with σ̃ and κ̃ at the {@link RestrictedRates}, and s = z − κ̃z²/6 + κ̃²z³/108 + κ̃/6. Theirs is
 * z − κ̃(z² − 1)/6; the cubic term makes it grow with z everywhere, (1 − κ̃z/6)² ≥ 0, so that a large effect does not come out as
 * none. To first order they are the same.
 */
final class SkewScoreTest {
    private static final double LARGEST = 1e3;

    private SkewScoreTest() {}

    /** The test; both arms have units, and the unpooled test {@code wald} exists. */
    static DifferenceTest of(Proportion control, Proportion treatment, DifferenceTest wald, Alpha alpha) {
        double difference = treatment.rate().orElseThrow() - control.rate().orElseThrow();
        double z = alpha.z();
        double statistic = statistic(control, treatment, difference, 0);
        Interval interval =
                new Interval(end(control, treatment, difference, -1, z), end(control, treatment, difference, 1, -z));
        return new DifferenceTest(
                wald.standardError(), statistic, OptionalDouble.empty(), interval, Normal.twoSidedP(statistic));
    }

    /** Skewness of the standardised difference where both rates are the same; some unit has the event, and some has not. */
    static double kappa(Proportion control, Proportion treatment) {
        RestrictedRates rates = RestrictedRates.at(control, treatment, 0);
        double error = Math.sqrt(rates.variance(control.trials(), treatment.trials()));
        return rates.third(control.trials(), treatment.trials()) / error / error / error;
    }

    /**
     * Between the estimate and the farthest difference there can be. At a level so high that its quantile is below κ/6 the bent score
     * rejects the estimate itself: the end is there.
     */
    private static double end(
            Proportion control, Proportion treatment, double difference, double farthest, double limit) {
        // Kept finite: where nothing varies the statistic has no size, only a sign.
        UnivariateFunction gap =
                value -> Math.clamp(statistic(control, treatment, difference, value), -LARGEST, LARGEST) - limit;
        boolean inside = limit > 0 ? gap.value(difference) < 0 : gap.value(difference) > 0;
        if (!inside) {
            return difference;
        }
        boolean reached = limit > 0 ? gap.value(farthest) > 0 : gap.value(farthest) < 0;
        return reached
                ? new BrentSolver(1e-14, 1e-15)
                        .solve(200, gap, Math.min(difference, farthest), Math.max(difference, farthest))
                : farthest;
    }

    private static double statistic(Proportion control, Proportion treatment, double difference, double gap) {
        RestrictedRates rates = RestrictedRates.at(control, treatment, gap);
        return SkewCubic.score(
                difference - gap,
                rates.variance(control.trials(), treatment.trials()),
                rates.third(control.trials(), treatment.trials()));
    }
}
