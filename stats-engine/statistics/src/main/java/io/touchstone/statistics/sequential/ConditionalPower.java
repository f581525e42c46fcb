package io.touchstone.statistics.sequential;

import java.util.List;

/**
 * The chance that a trial which goes on will still stop for a positive effect: Lan and Wittes 1988, extended to all looks to
 * come by the same integration as the boundaries.
 *
 * <p>For <em>non-binding</em> futility: alpha is spent as if nobody ever stopped for it, so going on is always allowed.
 */
public final class ConditionalPower {

    private ConditionalPower() {}

    /**
     * Under an assumed effect.
     *
     * @param boundaries of the whole schedule, looks taken and to come
     * @param looksTaken 1 to one less than the number of boundaries
     * @param z the statistic at the newest look taken
     * @param drift the expected z at the last look
     * @throws IllegalArgumentException for a look that is not before the last, or numbers that are not finite
     */
    public static double at(
            GroupSequentialDesign design, List<Boundary> boundaries, int looksTaken, double z, double drift) {
        if (looksTaken < 1 || looksTaken >= boundaries.size()) {
            throw new IllegalArgumentException(
                    "looksTaken: " + looksTaken + " (expected: 1.." + (boundaries.size() - 1) + ")");
        }
        if (!Double.isFinite(z) || !Double.isFinite(drift)) {
            throw new IllegalArgumentException("z, drift: " + z + ", " + drift + " (expected: finite)");
        }
        double information = boundaries.get(looksTaken - 1).look().information();
        double theta = drift / Math.sqrt(boundaries.getLast().look().information());
        ScoreDensity here = ScoreDensity.at(information, z * Math.sqrt(information));
        List<Boundary> ahead = boundaries.subList(looksTaken, boundaries.size());
        return design.crossing(here, ahead, theta).power();
    }

    /** Under the effect seen so far: the drift is z·√(I_last/I). */
    public static double underTrend(GroupSequentialDesign design, List<Boundary> boundaries, int looksTaken, double z) {
        if (looksTaken < 1 || looksTaken >= boundaries.size()) {
            throw new IllegalArgumentException(
                    "looksTaken: " + looksTaken + " (expected: 1.." + (boundaries.size() - 1) + ")");
        }
        double ratio = boundaries.getLast().look().information()
                / boundaries.get(looksTaken - 1).look().information();
        return at(design, boundaries, looksTaken, z, z * Math.sqrt(ratio));
    }
}
