package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.skew.GuardedMeansTest;
import java.util.SplittableRandom;

/**
 * Revenue a unit: few buy, and what a buyer spends is lognormal. Welch under the skew guard.
 *
 * @param buyers share of units that buy
 * @param sigma of the logarithm of what a buyer spends
 * @param lift relative change of what a buyer of the treatment spends where it works
 * @param control units of the control
 * @param treatment units of the treatment
 */
record RevenueRegime(double buyers, double sigma, double lift, int control, int treatment)
        implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double factor = effect ? 1 + lift : 1;
        double truth = (factor - 1) * buyers * Math.exp(sigma * sigma / 2);
        SkewMoments c = arm(random, control, 1);
        SkewMoments t = arm(random, treatment, factor);
        return Judged.outcome(interval(c, t), truth);
    }

    private static Result<Interval> interval(SkewMoments control, SkewMoments treatment) {
        Result<Comparison> compared =
                GuardedMeansTest.compare(control, treatment, ALPHA).map(guarded -> guarded.comparison());
        return Judged.interval(compared);
    }

    private SkewMoments arm(SplittableRandom random, int units, double factor) {
        int count = Draws.successes(random, buyers, units);
        double sum = 0;
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < count; i++) {
            double spend = factor * Draws.lognormal(random, sigma);
            sum += spend;
            squares += spend * spend;
            cubes += spend * spend * spend;
        }
        return Draws.moments(units, sum, squares, cubes);
    }
}
