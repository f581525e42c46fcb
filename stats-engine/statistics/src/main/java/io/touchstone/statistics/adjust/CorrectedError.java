package io.touchstone.statistics.adjust;

/**
 * The squared standard error of an adjusted difference in small arms: the plain one leaves out that the slopes are estimated too. See
 * {@code docs/statistics/cuped.md}.
 *
 * @param variance squared standard error, above 0
 * @param degreesOfFreedom Satterthwaite's, above 0
 */
public record CorrectedError(double variance, double degreesOfFreedom) {

    /** @throws IllegalArgumentException for numbers that are not above 0, or infinite */
    public CorrectedError {
        requirePositive("variance", variance);
        requirePositive("degreesOfFreedom", degreesOfFreedom);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: finite, above 0)");
        }
    }
}
