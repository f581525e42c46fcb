package io.touchstone.certificate;

import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Result;

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

    private static Verdict verdict(Interval interval, double truth) {
        if (interval.low() > truth) {
            return Verdict.ABOVE;
        }
        return interval.high() < truth ? Verdict.BELOW : Verdict.COVERS;
    }
}
