package io.touchstone.statistics.survival;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SmallSampleTest;

/**
 * The difference of mean times without the event up to a horizon, in the unit of time: days gained. Holds whatever the hazards do
 * (Royston and Parmar 2013). Greenwood's variance has the divisor n; here it is brought to n − 1, with Student's distribution, n the
 * effective number of units at the horizon. Without losses that is Welch's test of min(T, τ). See
 * {@code docs/statistics/survival.md}.
 */
public final class RestrictedMeanTest {

    private RestrictedMeanTest() {}

    /**
     * Treatment minus control.
     *
     * @param tau the horizon, 0 or more
     * @return the reason of a mean that is missing; {@link Reason#TOO_FEW_UNITS} where the data of an arm are worth less than two
     *     units at the horizon
     */
    public static Result<Comparison> compare(SurvivalCurve control, SurvivalCurve treatment, double tau, Alpha alpha) {
        return switch (control.restrictedMean(tau)) {
            case NotEstimable<MeanEstimate> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<MeanEstimate>(MeanEstimate c) ->
                switch (treatment.restrictedMean(tau)) {
                    case NotEstimable<MeanEstimate> missing -> new NotEstimable<>(missing.reason(), missing.text());
                    case Estimated<MeanEstimate>(MeanEstimate t) ->
                        compare(c, control.effectiveUnits(tau), t, treatment.effectiveUnits(tau), alpha);
                };
        };
    }

    private static Result<Comparison> compare(
            MeanEstimate control, double unitsC, MeanEstimate treatment, double unitsT, Alpha alpha) {
        if (!(Math.min(unitsC, unitsT) >= 2)) {
            return new NotEstimable<>(
                    Reason.TOO_FEW_UNITS, "The followed time of an arm is worth less than two units at the horizon.");
        }
        double difference = treatment.mean() - control.mean();
        double c = control.varianceOfMean() * unitsC / (unitsC - 1);
        double t = treatment.varianceOfMean() * unitsT / (unitsT - 1);
        double freedom = SmallSampleTest.satterthwaite(c, unitsC - 1, t, unitsT - 1);
        return new Estimated<>(new Comparison(difference, SmallSampleTest.test(difference, c + t, freedom, alpha)));
    }
}
