package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import java.util.List;

/**
 * Looks at a test without an end; time is counted in matured units.
 *
 * @param mixture fixed before the data
 * @param alpha two-sided
 */
public record AlwaysValidPlan(NormalMixture mixture, Alpha alpha) implements LookingPlan {

    @Override
    public LookOutcome look(List<MatureDifference> looks, Ending ending) {
        if (looks.isEmpty()) {
            throw new IllegalArgumentException("looks: [] (expected: at least one)");
        }
        boolean crossed =
                looks.stream().anyMatch(look -> Math.abs(look.z()) >= mixture.multiplier(look.units(), alpha));
        MatureDifference newest = looks.getLast();
        double half = mixture.multiplier(newest.units(), alpha) * newest.standardError();
        Interval interval = new Interval(newest.difference() - half, newest.difference() + half);
        return new LookOutcome(crossed, new Estimated<>(interval));
    }
}
