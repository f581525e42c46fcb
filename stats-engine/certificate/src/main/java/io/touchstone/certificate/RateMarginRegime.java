package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.margin.Direction;
import io.touchstone.statistics.margin.GuardedNonInferiority;
import io.touchstone.statistics.margin.Margin;
import java.util.SplittableRandom;

/**
 * Whether a rate is proven harmless, though the truth lies exactly on the margin; with an effect the arms are alike.
 *
 * @param base rate of the control
 * @param margin that is asked for
 * @param direction of the metric
 * @param control units of the control
 * @param treatment units of the treatment
 */
record RateMarginRegime(double base, Margin margin, Direction direction, int control, int treatment)
        implements Regime.Experiment {
    /** Of the one tail. */
    static final Alpha ALPHA = new Alpha(0.025);

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double rate = effect ? base : worst(base, margin, direction);
        Proportion c = new Proportion(Draws.successes(random, base, control), control);
        Proportion t = new Proportion(Draws.successes(random, rate, treatment), treatment);
        return Judged.harmless(GuardedNonInferiority.of(c, t, margin, direction, ALPHA));
    }

    /** What the treatment's mean is on the margin. */
    static double worst(double base, Margin margin, Direction direction) {
        int better = direction.better().sign();
        return switch (margin) {
            case Margin.Absolute(double size) -> base - better * size;
            case Margin.Relative(double share) -> base * (1 - better * share);
        };
    }
}
