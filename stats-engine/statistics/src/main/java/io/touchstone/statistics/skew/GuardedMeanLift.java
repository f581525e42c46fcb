package io.touchstone.statistics.skew;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.FiellerInterval;
import io.touchstone.statistics.FiellerSet;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewMoments;

/**
 * The relative lift of a mean, in the way in which {@link GuardedMeansTest} compares the two means.
 *
 * <p>The set holds every ρ with t⁻ ≤ (mean_t − ρ·mean_c)/√(Var_t + ρ²Var_c) ≤ t⁺. Under Welch t⁺ = −t⁻ is Student's quantile, as
 * Fieller 1954 had it; under skewness t⁺ = g⁻¹(q) and t⁻ = g⁻¹(−q) of {@link SkewCorrectedTest}, so that each end is Fieller's with a
 * quantile of its own. At ρ = 1 it is the test of the difference: the set leaves out a lift of 0 exactly where the interval of the
 * difference does. See {@code docs/statistics/fieller.md}.
 */
public final class GuardedMeanLift {
    private GuardedMeanLift() {}

    /**
     * The lift of the treatment over the control.
     *
     * @return the reasons of {@link GuardedMeansTest} where there is no difference, and of {@link FiellerInterval}; else the lift, whose
     *     set is missing with the reason of the test of the difference
     */
    public static Result<Lift> of(SkewMoments control, SkewMoments treatment, Alpha alpha) {
        return switch (GuardedMeansTest.compare(control, treatment, alpha)) {
            case NotEstimable<GuardedMeans> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<GuardedMeans>(GuardedMeans guarded) ->
                switch (guarded.comparison().test()) {
                    case NotEstimable<DifferenceTest> missing -> new NotEstimable<>(missing.reason(), missing.text());
                    case Estimated<DifferenceTest>(DifferenceTest test) -> {
                        PairEstimate pair = PairEstimate.independent(
                                control.moments().estimate(),
                                treatment.moments().estimate());
                        yield lift(
                                pair, guarded, alpha.t(test.degreesOfFreedom().orElseThrow()));
                    }
                };
        };
    }

    private static Result<Lift> lift(PairEstimate pair, GuardedMeans guarded, double quantile) {
        double kappa = guarded.method() == MeansMethod.SKEW_CORRECTED
                ? guarded.pooledKappa().orElseThrow()
                : 0;
        TailBend bend = TailBend.ofMeans(kappa);
        double above = bend.inverse(quantile);
        double below = -bend.inverse(-quantile);
        boolean negative = pair.control().mean() < 0;
        Result<Lift> low = FiellerInterval.of(pair, negative ? below : above);
        Result<Lift> high = FiellerInterval.of(pair, negative ? above : below);
        if (low instanceof Estimated<Lift>(Lift one) && high instanceof Estimated<Lift>(Lift other)) {
            return new Estimated<>(joined(one, other));
        }
        return low;
    }

    /** The low end of one, the high end of the other; where a set has no end, the wider of the two. */
    private static Lift joined(Lift low, Lift high) {
        Lift wider = low.g() > high.g() ? low : high;
        if (low.set() instanceof Estimated<FiellerSet>(FiellerSet.Bounded(Interval one))
                && high.set() instanceof Estimated<FiellerSet>(FiellerSet.Bounded(Interval other))) {
            FiellerSet set = new FiellerSet.Bounded(new Interval(one.low(), other.high()));
            return new Lift(wider.estimate(), wider.g(), new Estimated<>(set), wider.controlNegative());
        }
        return wider;
    }
}
