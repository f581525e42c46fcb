package io.touchstone.statistics.bayes;

import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * The posterior of a relative effect as the product shows it: refused where the control mean is too uncertain for a normal likelihood
 * of a ratio. See {@code docs/statistics/bayes.md}.
 */
public final class RelativeReading {

    /**
     * Largest standard error of the control mean over the mean. At 2.5 % credible intervals of 95 % missed 4.9 % of effects drawn from
     * their prior, at 5 % they missed 5.5 %.
     */
    public static final double LIMIT = 0.03;

    private RelativeReading() {}

    /**
     * The posterior of mean_t/mean_c − 1.
     *
     * @return the reasons of {@link ObservedEffect#relative}, and {@link Reason#TOO_FEW_UNITS} where the standard error of the control
     *     mean is above {@value #LIMIT} of it
     */
    public static Result<EffectPosterior> of(Moments control, Moments treatment, EffectPrior prior) {
        Result<ObservedEffect> observed = ObservedEffect.relative(control, treatment);
        if (observed.found().isPresent()) {
            double error = Math.sqrt(control.estimate().varianceOfMean()) / Math.abs(control.mean());
            if (!(error <= LIMIT)) {
                return new NotEstimable<>(
                        Reason.TOO_FEW_UNITS,
                        "The control mean is known to " + Math.round(1000 * error) / 10.0 + " % only (at most "
                                + 100 * LIMIT + " % for a relative effect).");
            }
        }
        return observed.map(effect -> EffectPosterior.of(effect, prior));
    }
}
