package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.jackknife.FoldJackknife;
import io.touchstone.statistics.jackknife.Jackknife;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Revenue an order less cost a unit, treatment minus control: a function of four metrics of two arms. Orders, revenue and cost of a
 * unit go together.
 *
 * @param lift what the treatment adds to the revenue of every order where it works
 * @param control units of the control
 * @param treatment units of the treatment
 */
record JackknifeRegime(double lift, int control, int treatment) implements Regime.Experiment {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    private static final int FOLDS = 64;
    /** Units, orders, revenue, cost. */
    private static final int SUMS = 4;

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        List<double[]> folds = new ArrayList<>();
        for (int i = 0; i < FOLDS; i++) {
            folds.add(new double[2 * SUMS]);
        }
        fill(random, folds, 0, control, 0);
        fill(random, folds, SUMS, treatment, truth);
        Result<Jackknife> result =
                FoldJackknife.of(folds, JackknifeRegime::plus, sums -> profit(sums, SUMS) - profit(sums, 0));
        return Judged.outcome(interval(result), truth);
    }

    private static Result<Interval> interval(Result<Jackknife> result) {
        return switch (result) {
            case NotEstimable<Jackknife> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<Jackknife>(Jackknife found) -> found.test(ALPHA).map(DifferenceTest::interval);
        };
    }

    private static void fill(SplittableRandom random, List<double[]> folds, int at, int units, double more) {
        for (int i = 0; i < units; i++) {
            double[] sums = folds.get(random.nextInt(FOLDS));
            int orders = 1 + random.nextInt(4);
            sums[at]++;
            sums[at + 1] += orders;
            sums[at + 2] += orders * (1 + more + 0.4 * random.nextGaussian());
            sums[at + 3] += 0.2 * orders + 0.1 * random.nextGaussian();
        }
    }

    private static double profit(double[] sums, int at) {
        return sums[at + 2] / sums[at + 1] - sums[at + 3] / sums[at];
    }

    private static double[] plus(double[] one, double[] other) {
        double[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }
}
