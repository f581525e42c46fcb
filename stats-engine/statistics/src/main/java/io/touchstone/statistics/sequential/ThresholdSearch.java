package io.touchstone.statistics.sequential;

/**
 * The score threshold above which a given probability lies: Halley's method on the logarithm of the tail, which is close to a
 * parabola whatever its size, held within a bracket.
 */
final class ThresholdSearch {

    /** In standard deviations of the statistic; the next step would be smaller by far. */
    private static final double TOLERANCE = 1e-8;

    private static final int MOST_STEPS = 200;

    private ThresholdSearch() {}

    /**
     * @param due probability above the threshold, above 0
     * @param lowest answer where less than {@code due} is left
     * @param guess anywhere
     * @param highest threshold with at most {@code due} above it
     */
    static double find(
            ScoreDensity density, double information, double due, double lowest, double guess, double highest) {
        double low = lowest;
        double high = Math.max(lowest, highest);
        double at = Math.clamp(guess, low, high);
        double small = TOLERANCE * Math.sqrt(information);
        for (int i = 0; i < MOST_STEPS; i++) {
            ScoreDensity.Tail tail = density.tail(at, information);
            double gap = Math.log(tail.value() / due);
            if (gap > 0) {
                low = at;
            } else {
                high = at;
            }
            double next = at + step(tail, gap);
            // Convergence is cubic: after a step this small nothing is left to gain.
            if (Math.abs(next - at) <= small) {
                return Math.clamp(next, low, high);
            }
            at = next > low && next < high ? next : low + (high - low) / 2;
            if (high - low <= small * TOLERANCE) {
                return at;
            }
        }
        return at;
    }

    private static double step(ScoreDensity.Tail tail, double gap) {
        double slope = tail.slope() / tail.value();
        double bend = tail.bend() / tail.value() - slope * slope;
        double newton = -gap / slope;
        return newton / (1 + newton * bend / (2 * slope));
    }
}
