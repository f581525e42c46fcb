package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.survival.DayCohort;
import io.touchstone.statistics.survival.LifeTable;
import io.touchstone.statistics.survival.LogRank;
import io.touchstone.statistics.survival.LogRankTest;
import io.touchstone.statistics.survival.RestrictedMeanTest;
import io.touchstone.statistics.survival.SurvivalCurve;
import io.touchstone.statistics.survival.SurvivalDifferenceTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Units that enter over ten days and are read on day 30 after the first entry, so that the last ones are followed for 21 days only.
 *
 * @param reading what is judged
 * @param lifetime of the units
 * @param horizon day of the reading, counted from exposure; not used by the log-rank test
 * @param control units of the control
 * @param treatment units of the treatment
 */
record SurvivalRegime(Reading reading, Lifetime lifetime, int horizon, int control, int treatment)
        implements Regime.Experiment {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    private static final int ENTRY_DAYS = 10;
    private static final int AS_OF = 30;

    /** What is judged. */
    enum Reading {
        /** An alarm: whether the arms differ. */
        LOG_RANK,
        /** Days gained up to the horizon. */
        RESTRICTED_MEAN,
        /** Difference of the shares without the event after the horizon's day. */
        AT_DAY
    }

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        LifeTable c = arm(random, control, false);
        LifeTable t = arm(random, treatment, effect);
        return switch (reading) {
            case LOG_RANK -> logRank(c, t);
            case RESTRICTED_MEAN ->
                judged(c, t, effect, (one, other) -> RestrictedMeanTest.compare(one, other, horizon, ALPHA));
            case AT_DAY ->
                judged(c, t, effect, (one, other) -> SurvivalDifferenceTest.compare(one, other, horizon, ALPHA));
        };
    }

    private static Regime.Outcome logRank(LifeTable control, LifeTable treatment) {
        return switch (LogRankTest.test(control, treatment)) {
            case NotEstimable<LogRank> _ -> new Regime.Outcome(Verdict.REFUSED, false);
            case Estimated<LogRank>(LogRank found) -> Regime.alarm(found.p() <= ALPHA.value());
        };
    }

    /** A comparison of two curves. */
    @FunctionalInterface
    private interface Test {
        Result<Comparison> of(SurvivalCurve control, SurvivalCurve treatment);
    }

    private Regime.Outcome judged(LifeTable control, LifeTable treatment, boolean effect, Test test) {
        SurvivalCurve c = SurvivalCurve.of(control).found().orElseThrow();
        SurvivalCurve t = SurvivalCurve.of(treatment).found().orElseThrow();
        double truth = effect ? value(true) - value(false) : 0;
        return Judged.outcome(Judged.interval(test.of(c, t)), truth);
    }

    private double value(boolean effect) {
        double[] survival = lifetime.survival(effect, horizon);
        // The curve keeps the value of a day until the next, so its area up to the horizon is that of the days before.
        return reading == Reading.AT_DAY
                ? survival[horizon]
                : Arrays.stream(survival, 0, horizon).sum();
    }

    private LifeTable arm(SplittableRandom random, int units, boolean effect) {
        long[][] events = new long[ENTRY_DAYS][AS_OF + 1];
        long[] entered = new long[ENTRY_DAYS];
        for (int unit = 0; unit < units; unit++) {
            int day = random.nextInt(ENTRY_DAYS);
            entered[day]++;
            int lag = lifetime.draw(random, effect, AS_OF - day);
            if (lag != Lifetime.NEVER) {
                events[day][lag]++;
            }
        }
        List<Long> nobody = Arrays.stream(new long[AS_OF + 1]).boxed().toList();
        List<DayCohort> cohorts = new ArrayList<>();
        for (int day = 0; day < ENTRY_DAYS; day++) {
            List<Long> counts = Arrays.stream(events[day]).boxed().toList();
            cohorts.add(new DayCohort(day, entered[day], counts, nobody));
        }
        return DayCohort.asOf(cohorts, AS_OF);
    }
}
