package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.quantiles.BinnedValues;
import io.touchstone.statistics.quantiles.QuantileEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Prices of 0, 5 and 10 in bins: the median has no density.
 *
 * @param units of each arm
 */
record LumpyRegime(int units) implements Regime.Experiment {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    private static final double[] EDGES = {-0.05, 0.05, 4.95, 5.05, 9.95, 10.05};

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double shift = effect ? 0.05 : 0;
        Result<QuantileEstimate> c = arm(random, 0).quantile(0.5, ALPHA);
        Result<QuantileEstimate> t = arm(random, shift).quantile(0.5, ALPHA);
        return Judged.outcome(Judged.interval(QuantileRegime.compared(c, t)), 0);
    }

    private BinnedValues arm(SplittableRandom random, double shift) {
        List<long[]> folds = new ArrayList<>();
        for (int i = 0; i < QuantileRegime.FOLDS; i++) {
            folds.add(new long[EDGES.length - 1]);
        }
        for (int unit = 0; unit < units; unit++) {
            double u = random.nextDouble() + shift;
            folds.get(random.nextInt(QuantileRegime.FOLDS))[u < 0.3 ? 0 : u < 0.7 ? 2 : 4]++;
        }
        return new BinnedValues(EDGES, folds);
    }
}
