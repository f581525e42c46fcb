package io.touchstone.statistics.survival;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Result;

/**
 * The difference of mean times without the event up to a horizon, in the unit of time: days gained. Holds whatever the hazards do
 * (Royston and Parmar 2013). See {@code docs/statistics/survival.md}.
 */
public final class RestrictedMeanTest {

    private RestrictedMeanTest() {}

    /** Treatment minus control; missing where one of the means is. */
    public static Result<Comparison> compare(SurvivalCurve control, SurvivalCurve treatment, double tau, Alpha alpha) {
        return switch (control.restrictedMean(tau)) {
            case NotEstimable<MeanEstimate> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<MeanEstimate>(MeanEstimate c) ->
                treatment.restrictedMean(tau).map(t -> compare(c, t, alpha));
        };
    }

    private static Comparison compare(MeanEstimate control, MeanEstimate treatment, Alpha alpha) {
        double difference = treatment.mean() - control.mean();
        double variance = control.varianceOfMean() + treatment.varianceOfMean();
        return new Comparison(difference, LargeSampleTest.test(difference, variance, alpha));
    }
}
