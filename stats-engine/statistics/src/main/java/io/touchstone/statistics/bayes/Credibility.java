package io.touchstone.statistics.bayes;

/**
 * How much of the posterior an equal-tailed interval holds.
 *
 * @param level above 0 and below 1
 */
public record Credibility(double level) {

    /** 95 %. */
    public static final Credibility NINETY_FIVE_PERCENT = new Credibility(0.95);

    /** @throws IllegalArgumentException for a level outside (0, 1) */
    public Credibility {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level: " + level + " (expected: above 0 and below 1)");
        }
    }

    double tail() {
        return (1 - level) / 2;
    }
}
