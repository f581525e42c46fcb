package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.sequential.FixedHorizon;
import io.touchstone.statistics.sequential.MatureCohorts;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A fixed plan that is asked every day, and concludes on the day on which the last window has closed.
 *
 * @param entry of the units
 * @param outcomes of the units
 */
record FixedRegime<T>(Entry entry, Outcomes<T> outcomes) implements Regime.Experiment {

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        List<T> cohorts = LookingRegime.cohorts(entry, outcomes, random, effect).stream()
                .map(MatureCohorts.Cohort::data)
                .toList();
        int last = entry.days().size() - 1 + LookingRegime.WEEK.lengthDays();
        FixedHorizon plan = new FixedHorizon(last);
        Result<Interval> said = new NotEstimable<>(Reason.NOT_FINAL, "Not asked yet.");
        for (int day = 0; day <= last; day++) {
            Result<Comparison> compared = plan.conclude(day, () -> outcomes.compare(cohorts, Alpha.FIVE_PERCENT));
            said = Judged.interval(compared);
            if (said.found().isPresent()) {
                break;
            }
        }
        return Judged.outcome(said, effect ? outcomes.truth(entry) : 0);
    }
}
