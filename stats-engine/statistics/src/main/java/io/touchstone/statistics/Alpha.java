package io.touchstone.statistics;

/**
 * The level of a two-sided test; its interval covers with probability {@code 1 − value}.
 *
 * @param value above 0 and below 1; 0.05 where nothing else was agreed
 */
public record Alpha(double value) {

    /** 5 %. */
    public static final Alpha FIVE_PERCENT = new Alpha(0.05);

    /** @throws IllegalArgumentException for a level outside (0, 1) */
    public Alpha {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("alpha: " + value + " (expected: above 0 and below 1)");
        }
    }

    /** The 1 − alpha/2 quantile of the standard normal distribution: 1.959963984540054 at 5 %. */
    public double z() {
        return Normal.upperQuantile(value / 2);
    }

    /** The 1 − alpha/2 quantile of Student's distribution. */
    public double t(double degreesOfFreedom) {
        return StudentT.upperQuantile(value / 2, degreesOfFreedom);
    }
}
