package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.interaction.InteractionTest;
import java.util.SplittableRandom;

/**
 * Two tests on the same units, the second with an effect of its own and another spread; gamma values of shape 2 about a mean of 1.
 *
 * @param more what both treatments together add beyond their sum where they interact
 * @param neither units in control of both
 * @param first units in treatment of the first test only
 * @param second units in treatment of the second test only
 * @param both units in treatment of both
 */
record InteractionRegime(double more, int neither, int first, int second, int both) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);
    private static final double SECOND = 0.2;

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? more : 0;
        Result<Comparison> compared = InteractionTest.guarded(
                Draws.gammas(random, 2, 1, neither),
                Draws.gammas(random, 2, 1, first),
                Draws.gammas(random, 2, 1 + SECOND, second),
                Draws.gammas(random, 2, 1 + SECOND + truth, both),
                ALPHA);
        return Judged.outcome(Judged.interval(compared), truth);
    }
}
