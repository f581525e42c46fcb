package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.WelchTest;
import io.touchstone.statistics.heterogeneity.SegmentEffect;
import io.touchstone.statistics.heterogeneity.WelchHeterogeneity;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Segments of other means and spreads, with one effect in all of them; where they differ the last one has none. Alarm of Welch's test over the segments' Welch errors.
 *
 * @param units of each arm in each segment
 * @param lift the common effect
 */
record SegmentsRegime(List<Integer> units, double lift) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        List<SegmentEffect> effects = new ArrayList<>();
        List<Double> freedom = new ArrayList<>();
        for (int s = 0; s < units.size(); s++) {
            boolean none = effect && s == units.size() - 1;
            Moments control = Draws.gammas(random, 2, 1 + s, units.get(s)).moments();
            Moments treatment = Draws.gammas(random, 2, 1 + s, units.get(s)).moments();
            Comparison found =
                    WelchTest.compare(control, treatment, ALPHA).found().orElseThrow();
            DifferenceTest test = found.test().found().orElseThrow();
            effects.add(
                    new SegmentEffect("segment " + s, found.difference() + (none ? 0 : lift), test.standardError()));
            freedom.add(test.degreesOfFreedom().orElseThrow());
        }
        return switch (WelchHeterogeneity.p(effects, freedom)) {
            case Estimated<Double>(Double p) -> Regime.alarm(p < ALPHA.value());
            case NotEstimable<Double> _ -> new Regime.Outcome(Verdict.REFUSED, false);
        };
    }
}
