package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Normal;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.cap.Cap;
import io.touchstone.statistics.skew.GuardedMeansTest;
import java.util.SplittableRandom;

/**
 * Revenue a unit as in {@link RevenueRegime}, each value capped at a number fixed before. Welch under the skew guard of what is left;
 * the truth is the effect on the mean of capped values.
 *
 * @param buyers share of units that buy
 * @param sigma of the logarithm of what a buyer spends; its median is 1
 * @param limit the cap, in medians of a buyer's spend
 * @param lift relative change of what a buyer of the treatment spends where it works, before the cap
 * @param control units of the control
 * @param treatment units of the treatment
 */
record CappedRevenueRegime(double buyers, double sigma, double limit, double lift, int control, int treatment)
        implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double factor = effect ? 1 + lift : 1;
        SkewMoments c = arm(random, control, 1);
        SkewMoments t = arm(random, treatment, factor);
        Result<Comparison> compared = GuardedMeansTest.compare(c, t, ALPHA).map(guarded -> guarded.comparison());
        return Judged.outcome(Judged.interval(compared), buyers * (mean(factor) - mean(1)));
    }

    /** E min(factor·exp(sigma·Z), limit), the limited expected value of the lognormal distribution. */
    private double mean(double factor) {
        double at = Math.log(limit / factor) / sigma;
        double below = factor * Math.exp(sigma * sigma / 2) * Normal.upperTail(sigma - at);
        return below + limit * Normal.upperTail(at);
    }

    private SkewMoments arm(SplittableRandom random, int units, double factor) {
        Cap cap = Cap.at(limit);
        int count = Draws.successes(random, buyers, units);
        double sum = 0;
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < count; i++) {
            double spend = cap.apply(factor * Draws.lognormal(random, sigma));
            sum += spend;
            squares += spend * spend;
            cubes += spend * spend * spend;
        }
        double mean = sum / units;
        double m2 = squares - units * mean * mean;
        double m3 = cubes - 3 * mean * squares + 2 * units * mean * mean * mean;
        return new SkewMoments(new Moments(units, mean, Math.max(0, m2)), m3);
    }
}
