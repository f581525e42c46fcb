package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.quantiles.BinnedValues;
import io.touchstone.statistics.quantiles.QuantileEstimate;
import io.touchstone.statistics.quantiles.QuantileTest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Lognormal durations, one to four of each unit, counted in bins 1 % wide and 64 folds. The logarithm of a value has deviation 0.3;
 * two values of a unit correlate with 0.5. The treatment lengthens every duration by a factor.
 *
 * @param q the quantile, inside (0, 1)
 * @param z its normal deviate
 * @param factor of the treatment where it works
 * @param control units of the control
 * @param treatment units of the treatment
 */
record QuantileRegime(double q, double z, double factor, int control, int treatment) implements Regime.Experiment {
    static final int FOLDS = 64;
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    private static final double DEVIATION = 0.3;
    private static final double WIDTH = Math.log(1.01);
    /** Bins on either side of 1: four and a half deviations. */
    private static final int HALF = (int) Math.ceil(4.5 * DEVIATION / WIDTH);

    private static final double[] EDGES = edges();

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double shift = effect ? Math.log(factor) : 0;
        double truth = Math.exp(z * DEVIATION) * Math.expm1(shift);
        Result<QuantileEstimate> c = arm(random, control, 0).quantile(q, ALPHA);
        Result<QuantileEstimate> t = arm(random, treatment, shift).quantile(q, ALPHA);
        return Judged.outcome(Judged.interval(compared(c, t)), truth);
    }

    static Result<Comparison> compared(Result<QuantileEstimate> control, Result<QuantileEstimate> treatment) {
        return switch (control) {
            case NotEstimable<QuantileEstimate> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<QuantileEstimate>(QuantileEstimate c) ->
                treatment.map(t -> QuantileTest.compare(c, t, ALPHA));
        };
    }

    private static BinnedValues arm(SplittableRandom random, int units, double shift) {
        List<long[]> folds = new ArrayList<>();
        for (int i = 0; i < FOLDS; i++) {
            folds.add(new long[2 * HALF]);
        }
        double part = DEVIATION * Math.sqrt(0.5);
        for (int unit = 0; unit < units; unit++) {
            long[] fold = folds.get(random.nextInt(FOLDS));
            double own = shift + part * random.nextGaussian();
            int values = 1 + random.nextInt(4);
            for (int i = 0; i < values; i++) {
                int bin = HALF + (int) Math.floor((own + part * random.nextGaussian()) / WIDTH);
                fold[Math.clamp(bin, 0, 2 * HALF - 1)]++;
            }
        }
        return new BinnedValues(EDGES, folds);
    }

    private static double[] edges() {
        double[] edges = new double[2 * HALF + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = Math.exp((i - HALF) * WIDTH);
        }
        return edges;
    }
}
