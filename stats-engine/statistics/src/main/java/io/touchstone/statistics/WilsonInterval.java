package io.touchstone.statistics;

/** The score interval of one proportion: Wilson 1927. It has a length where nobody, or everybody, has the event. */
public final class WilsonInterval {

    private WilsonInterval() {}

    /** The interval, inside [0, 1]; {@link Reason#EMPTY_ARM} without units. */
    public static Result<Interval> of(Proportion proportion, Alpha alpha) {
        if (proportion.trials() == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, "There are no units.");
        }
        return new Estimated<>(interval(proportion, alpha.z()));
    }

    static Interval interval(Proportion proportion, double z) {
        double n = proportion.trials();
        double p = proportion.share();
        double square = z * z / n;
        double centre = (p + square / 2) / (1 + square);
        double half = z * Math.sqrt(proportion.spread() / n + square / (4 * n)) / (1 + square);
        double low = proportion.successes() == 0 ? 0 : Math.max(0, centre - half);
        double high = proportion.failures() == 0 ? 1 : Math.min(1, centre + half);
        return new Interval(low, high);
    }
}
