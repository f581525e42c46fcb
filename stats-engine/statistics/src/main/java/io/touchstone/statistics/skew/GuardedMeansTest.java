package io.touchstone.statistics.skew;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.WelchTest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two means under the skew guard: Welch up to |κ| = {@link #PLAIN}, the skew-corrected test up to
 * {@link SkewGuard#CORRECTABLE}, above that no test but what would make one possible. Choice and
 * correction go by {@link SkewGuard#pooledKappa}. See {@code docs/statistics/skew.md}.
 */
public final class GuardedMeansTest {

    /** Above this pooled |κ| the correction is made: a tail of plain Welch that should hold 2.5 % is off by a fifth of a point there. */
    public static final double PLAIN = 0.025;

    private GuardedMeansTest() {}

    /** As {@link #compare(SkewMoments, SkewMoments, List, Alpha)}, without capped alternatives. */
    public static Result<GuardedMeans> compare(SkewMoments control, SkewMoments treatment, Alpha alpha) {
        return compare(control, treatment, List.of(), alpha);
    }

    /**
     * Treatment minus control.
     *
     * @param candidates lower caps that the text may name
     * @return {@link Reason#EMPTY_ARM} where an arm has no units; else the difference, whose test is missing with
     *     {@link Reason#TOO_FEW_UNITS} (fewer than three in an arm), {@link Reason#ZERO_VARIANCE} or {@link Reason#TOO_SKEWED}
     */
    public static Result<GuardedMeans> compare(
            SkewMoments control, SkewMoments treatment, List<CapCandidate> candidates, Alpha alpha) {
        return WelchTest.compare(control.moments(), treatment.moments(), alpha)
                .map(welch -> guarded(welch, control, treatment, candidates, alpha));
    }

    private static GuardedMeans guarded(
            Comparison welch, SkewMoments control, SkewMoments treatment, List<CapCandidate> candidates, Alpha alpha) {
        if (!(SkewGuard.kappa(control, treatment) instanceof Estimated<Double>(Double own))) {
            return unguarded(welch, control, treatment);
        }
        if (!(SkewGuard.pooledKappa(control, treatment) instanceof Estimated<Double>(Double pooled))) {
            return unguarded(welch, control, treatment);
        }
        MeansMethod method = method(pooled);
        Result<DifferenceTest> test =
                switch (method) {
                    case WELCH -> welch.test();
                    case SKEW_CORRECTED ->
                        welch.test().map(found -> TailBend.ofMeans(pooled).of(welch.difference(), found, alpha));
                    case NONE -> new NotEstimable<>(Reason.TOO_SKEWED, text(pooled, control, treatment, candidates));
                };
        return new GuardedMeans(
                new Comparison(welch.difference(), test),
                method,
                OptionalDouble.of(own),
                OptionalDouble.of(pooled),
                Optional.of(PredictedTails.of(pooled, alpha)));
    }

    /** Too few units, or nothing varies: the reason of κ is that of the test. */
    private static GuardedMeans unguarded(Comparison welch, SkewMoments control, SkewMoments treatment) {
        Result<DifferenceTest> test =
                switch (SkewGuard.kappa(control, treatment)) {
                    case NotEstimable<Double> missing -> new NotEstimable<>(missing.reason(), missing.text());
                    case Estimated<Double> _ ->
                        throw new IllegalStateException("kappa: estimated (expected: a reason)");
                };
        return new GuardedMeans(
                new Comparison(welch.difference(), test),
                MeansMethod.NONE,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    private static MeansMethod method(double kappa) {
        double size = Math.abs(kappa);
        if (size <= PLAIN) {
            return MeansMethod.WELCH;
        }
        return size <= SkewGuard.CORRECTABLE ? MeansMethod.SKEW_CORRECTED : MeansMethod.NONE;
    }

    private static String text(
            double kappa, SkewMoments control, SkewMoments treatment, List<CapCandidate> candidates) {
        String units = "The difference is too skewed to test (kappa " + rounded(kappa) + ", at most "
                + SkewGuard.CORRECTABLE + "): at this split it needs about "
                + SkewRemedy.units(control.moments().n(), kappa) + " control and "
                + SkewRemedy.units(treatment.moments().n(), kappa) + " treatment units, more even arms";
        return SkewRemedy.cap(candidates)
                .map(cap -> units + ", or a cap of " + cap + " in the next test.")
                .orElse(units + ", or a lower cap in the next test.");
    }

    private static double rounded(double kappa) {
        return Math.round(kappa * 1000) / 1000.0;
    }
}
