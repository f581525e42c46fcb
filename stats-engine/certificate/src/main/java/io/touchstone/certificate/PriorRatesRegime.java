package io.touchstone.certificate;

import io.touchstone.statistics.BetaDistribution;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.bayes.BetaBinomial;
import java.util.SplittableRandom;

/**
 * Two rates drawn from their declared prior, Beta(2, 18). Only experiments whose chance to win is at least 97.5 % for one of the arms
 * are judged; an alarm is that the other arm is the better one. Both halves of the simulation are alike.
 *
 * @param units of each arm
 */
record PriorRatesRegime(int units) implements Regime.Experiment {
    private static final BetaDistribution PRIOR = new BetaDistribution(2, 18);
    private static final double SURE = 0.975;

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double control = rate(random);
        double treatment = rate(random);
        double chance = BetaBinomial.of(converted(random, control), PRIOR, converted(random, treatment), PRIOR)
                .chanceToWin();
        if (chance > 1 - SURE && chance < SURE) {
            return new Regime.Outcome(Verdict.REFUSED, false);
        }
        boolean saysBetter = chance >= SURE;
        boolean wrong = saysBetter != treatment > control;
        return new Regime.Outcome(wrong ? Verdict.ABOVE : Verdict.COVERS, saysBetter);
    }

    private static double rate(SplittableRandom random) {
        return PRIOR.quantile(Math.max(1e-12, random.nextDouble()));
    }

    private Proportion converted(SplittableRandom random, double rate) {
        return new Proportion(Draws.successes(random, rate, units), units);
    }
}
