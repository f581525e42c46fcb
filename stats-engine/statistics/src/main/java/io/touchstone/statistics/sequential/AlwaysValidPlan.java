package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Alpha;
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
        return new LookOutcome(crossed, newest.interval(mixture.multiplier(newest.units(), alpha)));
    }
}
