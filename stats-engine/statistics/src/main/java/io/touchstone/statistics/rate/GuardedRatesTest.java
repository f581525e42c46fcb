package io.touchstone.statistics.rate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.TwoProportionTest;
import java.util.OptionalDouble;

/**
 * Two rates: the unpooled normal test where both its tails are near what they say, else the skew-corrected score test.
 *
 * <p>The normal interval is symmetric, the difference of two rates is not: at 5 % in a control of 500 and a treatment of 9,500
 * units its upper tail holds 4.4 % instead of 2.5 %, Newcombe's lower one 3.0 %, the corrected score's 2.4 and 2.5 %. The first-order
 * error is that of a mean, with κ from the third cumulants pq(1 − 2p)/n² of the rates; see {@link SkewGuard}. Fewer than {@link #FEW}
 * units with, or without, the event in an arm count as skewed too: there the expansion itself is rough. See
 * {@code docs/statistics/two-proportions.md} and the certificate.
 */
public final class GuardedRatesTest {

    /** Fewer units of an arm with, or without, the event than this count as skewed. */
    public static final long FEW = 30;

    /**
     * Above this |κ| the unpooled test is not enough: a tail that should hold 2.5 % is off by a fifth of a point, and the score costs
     * nothing.
     */
    public static final double LIMIT = 0.025;

    /**
     * Above this |κ| under equal rates an expansion to the first order says nothing any more: 80 units against 4,000 at 1 %. Up to
     * it the tails of the certificate's lines stay inside their bands.
     */
    public static final double CORRECTABLE = 0.3;

    private GuardedRatesTest() {}

    /**
     * Treatment minus control.
     *
     * @return as {@link TwoProportionTest#compare}, and the test missing with {@link Reason#TOO_SKEWED}; interval, statistic and p of the test may be the score test's
     */
    public static Result<GuardedRates> compare(Proportion control, Proportion treatment, Alpha alpha) {
        return TwoProportionTest.compare(control, treatment, alpha)
                .map(unpooled -> guarded(control, treatment, unpooled, alpha));
    }

    private static GuardedRates guarded(Proportion control, Proportion treatment, Comparison unpooled, Alpha alpha) {
        if (unpooled.test().found().isEmpty()) {
            return new GuardedRates(unpooled, RatesMethod.NONE, OptionalDouble.empty());
        }
        double error = unpooled.test().found().orElseThrow().standardError();
        double kappa = (third(treatment) - third(control)) / error / error / error;
        boolean few = few(control) || few(treatment);
        if (!few && Math.abs(kappa) <= LIMIT) {
            return new GuardedRates(unpooled, RatesMethod.UNPOOLED, OptionalDouble.of(kappa));
        }
        double pooled = SkewScoreTest.kappa(control, treatment);
        if (Math.abs(pooled) > CORRECTABLE) {
            Result<DifferenceTest> none = new NotEstimable<>(Reason.TOO_SKEWED, text(control, treatment, pooled));
            return new GuardedRates(
                    new Comparison(unpooled.difference(), none), RatesMethod.NONE, OptionalDouble.of(kappa));
        }
        Result<DifferenceTest> test = unpooled.test().map(wald -> SkewScoreTest.of(control, treatment, wald, alpha));
        return new GuardedRates(
                new Comparison(unpooled.difference(), test), RatesMethod.SKEW_SCORE, OptionalDouble.of(kappa));
    }

    /** At the same split and rates κ falls with the root of the number of units. */
    private static String text(Proportion control, Proportion treatment, double kappa) {
        double factor = kappa * kappa / CORRECTABLE / CORRECTABLE;
        return "Too few events for arms this uneven (kappa " + Math.round(kappa * 1000) / 1000.0 + ", at most "
                + CORRECTABLE + "): at this split it needs about " + (long) Math.ceil(factor * control.trials())
                + " control and " + (long) Math.ceil(factor * treatment.trials())
                + " treatment units, or more even arms.";
    }

    private static boolean few(Proportion arm) {
        return Math.min(arm.successes(), arm.failures()) < FEW;
    }

    /** pq(1 − 2p)/n², from counts. */
    private static double third(Proportion arm) {
        double n = arm.trials();
        double p = arm.successes() / n;
        double q = arm.failures() / n;
        return p * q * (q - p) / n / n;
    }
}
