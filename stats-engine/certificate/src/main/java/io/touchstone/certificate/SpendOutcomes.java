package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.skew.GuardedMeansTest;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Revenue a unit: few buy, and what a buyer spends is exponential with mean 1. Welch under the skew guard.
 *
 * @param buyers share of units that buy
 * @param lift relative change of what a buyer of the treatment spends where it works
 * @param binomials of the days
 */
record SpendOutcomes(double buyers, double lift, Binomials binomials) implements Outcomes<SpendOutcomes.Cohort> {

    /** Both arms of a day. */
    record Cohort(SkewMoments control, SkewMoments treatment) {}

    SpendOutcomes(double buyers, double lift) {
        this(buyers, lift, new Binomials());
    }

    @Override
    public Cohort draw(SplittableRandom random, int day, Entry.Day entrants, boolean effect) {
        return new Cohort(arm(random, entrants.control(), 1), arm(random, entrants.treatment(), effect ? 1 + lift : 1));
    }

    @Override
    public Result<Comparison> compare(List<Cohort> cohorts, Alpha alpha) {
        SkewMoments control = SkewMoments.NONE;
        SkewMoments treatment = SkewMoments.NONE;
        for (Cohort cohort : cohorts) {
            control = control.plus(cohort.control());
            treatment = treatment.plus(cohort.treatment());
        }
        return GuardedMeansTest.compare(control, treatment, alpha).map(guarded -> guarded.comparison());
    }

    @Override
    public double truth(Entry entry) {
        return buyers * lift;
    }

    private SkewMoments arm(SplittableRandom random, int units, double factor) {
        int count = binomials.draw(random, buyers, units);
        double sum = 0;
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < count; i++) {
            double spend = -factor * Math.log(1 - random.nextDouble());
            sum += spend;
            squares += spend * spend;
            cubes += spend * spend * spend;
        }
        return Draws.moments(units, sum, squares, cubes);
    }
}
