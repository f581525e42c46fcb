package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.adjust.Cuped;
import io.touchstone.statistics.adjust.PrePeriod;
import io.touchstone.statistics.adjust.SlopesPer;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Normal values that hang on what was known before: covariates of variance 1, each with slope 0.6, and noise of variance 1.
 *
 * @param per over what the slopes are fitted
 * @param covariates how many
 * @param missing share of units without history: they have no covariate at all, and a mean of their own
 * @param turn what the treatment adds to each slope, with and without an effect; the mean effect stays the same
 * @param lift what the treatment adds where it works
 * @param control units of the control
 * @param treatment units of the treatment
 */
record CovariateRegime(
        SlopesPer per, int covariates, double missing, double turn, double lift, int control, int treatment)
        implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);
    private static final double SLOPE = 0.6;
    private static final double NEWCOMER = -1;

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        JointMoments c = arm(random, control, 0, 0);
        JointMoments t = arm(random, treatment, truth, turn);
        Result<Comparison> compared = Cuped.adjust(c, t, per).map(means -> means.guarded(ALPHA));
        return Judged.outcome(Judged.interval(compared), truth);
    }

    private JointMoments arm(SplittableRandom random, int units, double shift, double more) {
        int flag = missing > 0 ? 1 : 0;
        double[] unit = new double[1 + covariates + flag];
        JointSums sums = new JointSums(unit.length);
        for (int i = 0; i < units; i++) {
            boolean newcomer = random.nextDouble() < missing;
            unit[0] = shift + random.nextGaussian() + (newcomer ? NEWCOMER : 0);
            for (int k = 1; k <= covariates; k++) {
                OptionalDouble history = newcomer ? OptionalDouble.empty() : OptionalDouble.of(random.nextGaussian());
                PrePeriod known = PrePeriod.of(history);
                unit[k] = known.value();
                unit[0] += (SLOPE + more) * known.value();
                if (flag == 1) {
                    unit[covariates + 1] = known.missing();
                }
            }
            sums.add(unit);
        }
        return sums.moments();
    }
}
