package io.touchstone.statistics.survival;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.Satterthwaite;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.SmallSampleTest;
import io.touchstone.statistics.skew.TailBend;

/**
 * The difference of mean times without the event up to a horizon, in the unit of time: days gained. Holds whatever the hazards do
 * (Royston and Parmar 2013). Greenwood's variance has the divisor n; here it is brought to n − 1, with Student's distribution, n the
 * effective number of units at the horizon; and the skewness of the time up to the horizon is taken out of both tails as
 * {@link io.touchstone.statistics.skew.SkewCorrectedTest} does for means. Without losses that is a skew-corrected Welch test of
 * min(T, τ). See {@code docs/statistics/survival.md}.
 */
public final class RestrictedMeanTest {

    private RestrictedMeanTest() {}

    /** What the test needs of an arm. */
    private record Arm(MeanEstimate mean, double units, double skewness) {
        static Result<Arm> of(SurvivalCurve curve, double tau) {
            return curve.restrictedMean(tau).map(mean -> new Arm(mean, curve.effectiveUnits(tau), curve.skewness(tau)));
        }

        /** With the divisor n − 1. */
        double variance() {
            return mean.varianceOfMean() * units / (units - 1);
        }
    }

    /**
     * Treatment minus control.
     *
     * @param tau the horizon, 0 or more
     * @return the reason of a mean that is missing; {@link Reason#TOO_FEW_UNITS} where the data of an arm are worth less than two
     *     units at the horizon; else the difference, whose test is missing with {@link Reason#ZERO_VARIANCE} or
     *     {@link Reason#TOO_SKEWED}
     */
    public static Result<Comparison> compare(SurvivalCurve control, SurvivalCurve treatment, double tau, Alpha alpha) {
        return switch (Arm.of(control, tau)) {
            case NotEstimable<Arm> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<Arm>(Arm c) ->
                switch (Arm.of(treatment, tau)) {
                    case NotEstimable<Arm> missing -> new NotEstimable<>(missing.reason(), missing.text());
                    case Estimated<Arm>(Arm t) -> compare(c, t, alpha);
                };
        };
    }

    private static Result<Comparison> compare(Arm control, Arm treatment, Alpha alpha) {
        if (!(Math.min(control.units, treatment.units) >= 2)) {
            return new NotEstimable<>(
                    Reason.TOO_FEW_UNITS, "The followed time of an arm is worth less than two units at the horizon.");
        }
        double difference = treatment.mean.mean() - control.mean.mean();
        return new Estimated<>(new Comparison(difference, test(difference, control, treatment, alpha)));
    }

    private static Result<DifferenceTest> test(double difference, Arm control, Arm treatment, Alpha alpha) {
        double kappa = kappa(control, treatment);
        if (Math.abs(kappa) > SkewGuard.CORRECTABLE) {
            return new NotEstimable<>(
                    Reason.TOO_SKEWED, "Too few events for times as skewed as these: more units or more even arms.");
        }
        double c = control.variance();
        double t = treatment.variance();
        double freedom = Satterthwaite.degreesOfFreedom(c, control.units - 1, t, treatment.units - 1);
        return SmallSampleTest.test(difference, c + t, freedom, alpha)
                .map(test -> TailBend.ofMeans(kappa).of(difference, test, alpha));
    }

    /** Skewness of the standardised difference for arms of one shape, pooled as {@link SkewGuard#pooledKappa} does. */
    private static double kappa(Arm control, Arm treatment) {
        double c = 1 / control.units;
        double t = 1 / treatment.units;
        double shape = (control.skewness * control.units + treatment.skewness * treatment.units)
                / (control.units + treatment.units);
        return shape * (t - c) / Math.sqrt(t + c);
    }
}
