package io.touchstone.certificate;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.bayes.Credibility;
import io.touchstone.statistics.bayes.EffectPosterior;
import io.touchstone.statistics.bayes.EffectPrior;
import io.touchstone.statistics.bayes.RelativeReading;
import java.util.SplittableRandom;

/**
 * A relative effect that is itself drawn from the declared prior, in every experiment: the credible interval has to hold it as often
 * as it says, on average over the prior; an alarm is that it does not. "Without an effect" has no meaning here; both halves of the simulation are alike.
 *
 * @param tau deviation of the relative effect under the prior
 * @param control units of the control; values are normal with mean 1 and deviation 0.5
 * @param treatment units of the treatment
 */
record PriorEffectRegime(double tau, int control, int treatment) implements Regime.Experiment {

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = tau * random.nextGaussian();
        Moments c = arm(random, control, 1);
        Moments t = arm(random, treatment, 1 + truth);
        return switch (RelativeReading.of(c, t, new EffectPrior.Bell(0, tau))) {
            case NotEstimable<EffectPosterior> _ -> new Regime.Outcome(Verdict.REFUSED, false);
            case Estimated<EffectPosterior>(EffectPosterior posterior) -> {
                Interval interval = posterior.interval(Credibility.NINETY_FIVE_PERCENT);
                boolean misses = interval.low() > truth || interval.high() < truth;
                yield new Regime.Outcome(misses ? Verdict.ABOVE : Verdict.COVERS, interval.low() > 0);
            }
        };
    }

    private static Moments arm(SplittableRandom random, int units, double mean) {
        Moments arm = Moments.NONE;
        for (int i = 0; i < units; i++) {
            arm = arm.plus(Moments.of(mean + 0.5 * random.nextGaussian()));
        }
        return arm;
    }
}
