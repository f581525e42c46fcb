package io.touchstone.statistics.bayes;

import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Normal;
import io.touchstone.statistics.NormalLoss;

/**
 * A normal posterior of an effect, conjugate: precision 1/V + 1/τ², mean (x/V + μ0/τ²)/precision. See {@code
 * docs/statistics/bayes.md}.
 *
 * @param mean in the effect's unit
 * @param sd in the same unit, above 0
 */
public record EffectPosterior(double mean, double sd) {

    /** What is believed after the data. */
    public static EffectPosterior of(ObservedEffect observed, EffectPrior prior) {
        return switch (prior) {
            case EffectPrior.Flat _ -> new EffectPosterior(observed.estimate(), Math.sqrt(observed.variance()));
            case EffectPrior.Bell bell -> {
                double tau = bell.sd() * bell.sd();
                double share = tau / (tau + observed.variance());
                yield new EffectPosterior(
                        bell.mean() + share * (observed.estimate() - bell.mean()),
                        Math.sqrt(share * observed.variance()));
            }
        };
    }

    /** P(effect > 0). */
    public double chanceToWin() {
        return Normal.upperTail(-mean / sd);
    }

    /** The equal-tailed interval. */
    public Interval interval(Credibility credibility) {
        double half = Normal.upperQuantile(credibility.tail()) * sd;
        return new Interval(mean - half, mean + half);
    }

    /** E[max(−effect, 0)]: what shipping the treatment loses on average, in the effect's unit. */
    public double lossOfTreatment() {
        return sd * NormalLoss.unit(mean / sd);
    }

    /** E[max(effect, 0)]: what keeping the control loses on average. */
    public double lossOfControl() {
        return sd * NormalLoss.unit(-mean / sd);
    }
}
