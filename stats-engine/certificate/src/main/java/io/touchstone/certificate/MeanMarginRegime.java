package io.touchstone.certificate;

import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.margin.Direction;
import io.touchstone.statistics.margin.GuardedNonInferiority;
import io.touchstone.statistics.margin.Margin;
import java.util.SplittableRandom;

/**
 * Whether a mean of gamma values is proven harmless, though the truth lies exactly on the margin; with an effect the arms are alike.
 *
 * @param shape of the gamma distribution, 1 or more; its mean is 1
 * @param margin that is asked for
 * @param control units of the control
 * @param treatment units of the treatment
 */
record MeanMarginRegime(int shape, Margin margin, int control, int treatment) implements Regime.Experiment {

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        Direction direction = Direction.HIGHER_IS_BETTER;
        double mean = effect ? 1 : RateMarginRegime.worst(1, margin, direction);
        SkewMoments c = Draws.gammas(random, shape, 1, control);
        SkewMoments t = Draws.gammas(random, shape, mean, treatment);
        return Judged.harmless(GuardedNonInferiority.of(c, t, margin, direction, RateMarginRegime.ALPHA));
    }
}
