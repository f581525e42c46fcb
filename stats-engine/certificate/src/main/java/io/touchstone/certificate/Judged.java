package io.touchstone.certificate;

import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.FiellerSet;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.economics.RatioOfDifferences;
import io.touchstone.statistics.margin.GuardedNonInferiority;

/** From an interval to the outcome of an experiment. */
final class Judged {
    private Judged() {}

    static Regime.Outcome outcome(Result<Interval> result, double truth) {
        return switch (result) {
            case NotEstimable<Interval> _ -> new Regime.Outcome(Verdict.REFUSED, false);
            case Estimated<Interval>(Interval interval) ->
                new Regime.Outcome(verdict(interval, truth), interval.low() > 0);
        };
    }

    /** The interval of a comparison that has a test. */
    static Result<Interval> interval(Result<Comparison> compared) {
        return switch (compared) {
            case NotEstimable<Comparison> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<Comparison>(Comparison found) -> found.test().map(DifferenceTest::interval);
        };
    }

    /**
     * A confidence set that may have no end. Outside a gap it covers all but the gap; the whole line covers everything.
     *
     * @param set on the scale of the truth
     * @param estimate which side a missed truth lies on
     */
    static Regime.Outcome outcome(Result<FiellerSet> set, double estimate, double truth) {
        return switch (set) {
            case NotEstimable<FiellerSet> _ -> new Regime.Outcome(Verdict.REFUSED, false);
            case Estimated<FiellerSet>(FiellerSet.Bounded(Interval interval)) ->
                new Regime.Outcome(verdict(interval, truth), interval.low() > 0);
            case Estimated<FiellerSet>(FiellerSet.OutsideOf(Interval gap)) -> {
                boolean missed = gap.low() < truth && truth < gap.high();
                Verdict side = estimate > truth ? Verdict.ABOVE : Verdict.BELOW;
                yield new Regime.Outcome(missed ? side : Verdict.COVERS, false);
            }
            case Estimated<FiellerSet>(FiellerSet.WholeLine _) -> new Regime.Outcome(Verdict.COVERS, false);
        };
    }

    /**
     * A ratio of differences. Which side a missed truth lies on is said of the first difference: where the second came out negative,
     * more of the first is a smaller ratio.
     */
    static Regime.Outcome ratio(Result<RatioOfDifferences> result, double second, double truth) {
        return switch (result) {
            case NotEstimable<RatioOfDifferences> _ -> new Regime.Outcome(Verdict.REFUSED, false);
            case Estimated<RatioOfDifferences>(RatioOfDifferences ratio) -> {
                Regime.Outcome plain = outcome(new Estimated<>(ratio.set()), ratio.estimate(), truth);
                yield second > 0 ? plain : new Regime.Outcome(turned(plain.verdict()), plain.foundBetter());
            }
        };
    }

    private static Verdict turned(Verdict verdict) {
        return switch (verdict) {
            case ABOVE -> Verdict.BELOW;
            case BELOW -> Verdict.ABOVE;
            case COVERS, REFUSED -> verdict;
        };
    }

    /** A relative lift. */
    static Regime.Outcome lift(Result<Lift> result, double truth) {
        return switch (result) {
            case NotEstimable<Lift> _ -> new Regime.Outcome(Verdict.REFUSED, false);
            case Estimated<Lift>(Lift lift) -> outcome(lift.set(), lift.estimate(), truth);
        };
    }

    /** An alarm that is raised where the treatment counts as proven harmless. */
    static Regime.Outcome harmless(Result<GuardedNonInferiority> result) {
        return switch (result) {
            case NotEstimable<GuardedNonInferiority> _ -> new Regime.Outcome(Verdict.REFUSED, false);
            case Estimated<GuardedNonInferiority>(GuardedNonInferiority found) -> Regime.alarm(found.nonInferior());
        };
    }

    private static Verdict verdict(Interval interval, double truth) {
        if (interval.low() > truth) {
            return Verdict.ABOVE;
        }
        return interval.high() < truth ? Verdict.BELOW : Verdict.COVERS;
    }
}
