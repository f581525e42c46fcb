package io.touchstone.certificate;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.sequential.Ending;
import io.touchstone.statistics.sequential.LookingPlan;
import io.touchstone.statistics.sequential.MatureCohorts;
import io.touchstone.statistics.sequential.MatureDifference;
import io.touchstone.statistics.sequential.MetricWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A look a day at cohorts whose window of seven days has closed, until the plan stops or everybody has matured. Judged is the
 * interval at the stop, else the last one.
 *
 * @param plan that looks
 * @param entry of the units
 * @param outcomes of the units
 * @param efficacy when a better treatment may stop the test; a worse one stops it at any look
 */
record LookingRegime<T>(LookingPlan plan, Entry entry, Outcomes<T> outcomes, Efficacy efficacy)
        implements Regime.Experiment {
    static final MetricWindow.Finite WEEK = new MetricWindow.Finite(0, 7);

    /** When a better treatment may stop the test. */
    enum Efficacy {
        ANY_LOOK,
        WHOLE_WEEKS
    }

    LookingRegime(LookingPlan plan, Entry entry, Outcomes<T> outcomes) {
        this(plan, entry, outcomes, Efficacy.ANY_LOOK);
    }

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        List<MatureCohorts.Cohort<T>> cohorts = cohorts(entry, outcomes, random, effect);
        int last = entry.days().size() - 1 + WEEK.lengthDays();
        List<MatureDifference> looks = new ArrayList<>();
        Result<Interval> said = new NotEstimable<>(Reason.NO_ALPHA_SPENT, "No look yet.");
        for (int day = 0; day <= last; day++) {
            MatureDifference newest = MatureCohorts.of(WEEK, day, cohorts)
                    .compare(outcomes)
                    .found()
                    .orElse(null);
            if (newest == null
                    || !looks.isEmpty() && newest.units() == looks.getLast().units()) {
                continue;
            }
            looks.add(newest);
            Result<Interval> interval = plan.look(looks, day == last ? Ending.FINAL : Ending.ONGOING)
                    .interval();
            // After all alpha is spent a look has no interval any more: the one before stays.
            if (interval instanceof Estimated<Interval>(Interval found)) {
                said = interval;
                if (stops(found, day)) {
                    break;
                }
            }
        }
        return Judged.outcome(said, effect ? outcomes.truth(entry) : 0);
    }

    /** One experiment's entrants, as they are once all windows have closed. */
    static <T> List<MatureCohorts.Cohort<T>> cohorts(
            Entry entry, Outcomes<T> outcomes, SplittableRandom random, boolean effect) {
        List<MatureCohorts.Cohort<T>> cohorts = new ArrayList<>();
        for (int day = 0; day < entry.days().size(); day++) {
            Entry.Day entrants = entry.days().get(day);
            cohorts.add(
                    new MatureCohorts.Cohort<>(day, entrants.units(), outcomes.draw(random, day, entrants, effect)));
        }
        return cohorts;
    }

    /** The interval leaves out 0 exactly where the boundary is crossed. */
    private boolean stops(Interval interval, int day) {
        boolean wholeWeek = (day + 1 - WEEK.lengthDays()) % 7 == 0;
        boolean better = interval.low() > 0 && (efficacy == Efficacy.ANY_LOOK || wholeWeek);
        return better || interval.high() < 0;
    }
}
