package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.adjust.AdjustedMeans;
import io.touchstone.statistics.adjust.CombinedStrata;
import io.touchstone.statistics.adjust.Cuped;
import io.touchstone.statistics.adjust.Slopes;
import io.touchstone.statistics.adjust.StratumEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A ramp: phases with other splits in other months, one covariate, slopes over all arms of all phases, phases combined as strata.
 *
 * @param lift what the treatment adds where it works, in every phase
 * @param phases in their order
 */
record PhasesRegime(double lift, List<Phase> phases) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);

    /**
     * A phase.
     *
     * @param month what its days add to everybody's value
     * @param control units of the control
     * @param treatment units of the treatment
     */
    record Phase(double month, int control, int treatment) {}

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        List<JointMoments> cells = new ArrayList<>();
        for (Phase phase : phases) {
            cells.add(arm(random, phase.control(), phase.month()));
            cells.add(arm(random, phase.treatment(), phase.month() + truth));
        }
        return Judged.outcome(interval(cells), truth);
    }

    private static Result<Interval> interval(List<JointMoments> cells) {
        Slopes slopes = Slopes.pooled(cells);
        List<StratumEstimate> strata = new ArrayList<>();
        for (int i = 0; i < cells.size(); i += 2) {
            JointMoments control = cells.get(i);
            JointMoments treatment = cells.get(i + 1);
            AdjustedMeans means =
                    Cuped.adjust(control, treatment, slopes).found().orElseThrow();
            double weight = (double) control.n() + treatment.n();
            strata.add(StratumEstimate.guarded("phase " + i / 2, weight, means)
                    .found()
                    .orElseThrow());
        }
        Comparison compared = CombinedStrata.of(strata).guarded(ALPHA);
        return Judged.interval(new Estimated<>(compared));
    }

    private static JointMoments arm(SplittableRandom random, int units, double shift) {
        double[] unit = new double[2];
        JointSums sums = new JointSums(2);
        for (int i = 0; i < units; i++) {
            unit[1] = random.nextGaussian();
            unit[0] = shift + 0.8 * unit[1] + random.nextGaussian();
            sums.add(unit);
        }
        return sums.moments();
    }
}
