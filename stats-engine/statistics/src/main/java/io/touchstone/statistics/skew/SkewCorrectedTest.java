package io.touchstone.statistics.skew;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.OneSidedTest;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.Side;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.StudentT;
import io.touchstone.statistics.WelchTest;

/**
 * Welch's t after a cubic transformation that takes the first-order skewness out: g(t) = t + κt²/3 + κ²t³/27 + κ/6 against Student's
 * distribution with Welch's degrees of freedom.
 *
 * <p>The idea is Johnson 1978 (JASA 73:536); the monotone cubic is Hall 1992 (JRSS B 54:221); for two samples Zhou and Dinh 2005
 * (Biostatistics 6:187). κ is {@link SkewGuard#pooledKappa}: each arm's own moments follow its mean's error too closely. g'(t) = (1 + κt/3)² ≥ 0, so test and interval never disagree; at κ = 0 both are Welch's. See
 * {@code docs/statistics/skew.md}.
 */
public final class SkewCorrectedTest {

    private SkewCorrectedTest() {}

    /**
     * Treatment minus control.
     *
     * @return as {@link WelchTest#compare}, and the test missing with
     *     {@link io.touchstone.statistics.Reason#TOO_FEW_UNITS} below three units in an arm
     */
    public static Result<Comparison> compare(SkewMoments control, SkewMoments treatment, Alpha alpha) {
        return WelchTest.compare(control.moments(), treatment.moments(), alpha)
                .map(welch -> new Comparison(welch.difference(), corrected(welch, control, treatment, alpha)));
    }

    private static Result<DifferenceTest> corrected(
            Comparison welch, SkewMoments control, SkewMoments treatment, Alpha alpha) {
        return switch (welch.test()) {
            case NotEstimable<DifferenceTest> missing -> missing;
            case Estimated<DifferenceTest>(DifferenceTest test) ->
                SkewGuard.pooledKappa(control, treatment)
                        .map(kappa -> TailBend.ofMeans(kappa).of(welch.difference(), test, alpha));
        };
    }

    /**
     * One tail of a corrected test.
     *
     * @param difference the estimate the test belongs to
     * @param test as {@link #compare} gave it
     * @param kappa the skewness it was corrected for, {@link SkewGuard#pooledKappa}
     * @param alpha the whole level of the tail
     */
    public static OneSidedTest oneSided(double difference, DifferenceTest test, double kappa, Side side, Alpha alpha) {
        double df = test.degreesOfFreedom().orElseThrow();
        double quantile = side.sign() * StudentT.upperQuantile(alpha.value(), df);
        double bound =
                difference - test.standardError() * TailBend.ofMeans(kappa).inverse(quantile);
        return new OneSidedTest(side, side.p(test.statistic(), df), bound);
    }
}
