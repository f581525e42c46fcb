package io.touchstone.certificate;

import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.bayes.Credibility;
import io.touchstone.statistics.bayes.EffectPosterior;
import io.touchstone.statistics.bayes.EffectPrior;
import io.touchstone.statistics.bayes.ObservedEffect;
import java.util.SplittableRandom;

/**
 * A relative effect that is itself drawn from the declared prior, in every experiment: the credible interval has to hold it as often
 * as it says, on average over the prior. "Without an effect" has no meaning here; both halves of the simulation are alike.
 *
 * @param tau deviation of the relative effect under the prior
 * @param control units of the control; values are normal with mean 1 and deviation 0.5
 * @param treatment units of the treatment
 */
record PriorEffectRegime(double tau, int control, int treatment) implements Regime.Experiment {

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = tau * random.nextGaussian();
        Result<Interval> interval = ObservedEffect.relative(arm(random, control, 1), arm(random, treatment, 1 + truth))
                .map(observed -> EffectPosterior.of(observed, new EffectPrior.Bell(0, tau))
                        .interval(Credibility.NINETY_FIVE_PERCENT));
        return Judged.outcome(interval, truth);
    }

    private static Moments arm(SplittableRandom random, int units, double mean) {
        Moments arm = Moments.NONE;
        for (int i = 0; i < units; i++) {
            arm = arm.plus(Moments.of(mean + 0.5 * random.nextGaussian()));
        }
        return arm;
    }
}
