package io.touchstone.certificate;

import io.touchstone.statistics.sequential.SequentialSampleRatio;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The sample ratio of two arms looked at every day; the alarm is p at or below a level at any look.
 *
 * @param level of the alarm
 * @param declared share of the first arm
 * @param broken its share where assignment is broken
 * @param days looks
 * @param unitsADay of both arms
 * @param binomials of the days
 */
record SampleRatioRegime(double level, double declared, double broken, int days, int unitsADay, Binomials binomials)
        implements Regime.Experiment {

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        SequentialSampleRatio test =
                SequentialSampleRatio.of(List.of(declared, 1 - declared), SequentialSampleRatio.DEFAULT_CONCENTRATION);
        long first = 0;
        for (int day = 1; day <= days; day++) {
            first += binomials.draw(random, effect ? broken : declared, unitsADay);
            if (test.look(List.of(first, (long) day * unitsADay - first)).p() <= level) {
                return Regime.alarm(true);
            }
        }
        return Regime.alarm(false);
    }
}
