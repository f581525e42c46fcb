package io.touchstone.statistics.planning;

/**
 * What one unit adds to the noise of each arm.
 *
 * @param control variance of a control unit's value, above 0, in the metric's unit squared
 * @param treatment variance of a treatment unit's value, above 0
 */
public record UnitVariances(double control, double treatment) {

    /** @throws IllegalArgumentException for variances that are not above 0 and finite */
    public UnitVariances {
        requirePositive("control", control);
        requirePositive("treatment", treatment);
    }

    /** Both arms alike. */
    public static UnitVariances equal(double variance) {
        return new UnitVariances(variance, variance);
    }

    /** p(1 − p) of two rates inside (0, 1). */
    public static UnitVariances ofRates(double control, double treatment) {
        requireRate("control", control);
        requireRate("treatment", treatment);
        return new UnitVariances(control * (1 - control), treatment * (1 - treatment));
    }

    /** With a factor for covariates, clusters or looks. */
    public UnitVariances times(VarianceFactor factor) {
        return new UnitVariances(control * factor.value(), treatment * factor.value());
    }

    /** Standard error of the difference with so many units, each 1 or more. */
    public double standardError(long controlUnits, long treatmentUnits) {
        requireUnits("controlUnits", controlUnits);
        requireUnits("treatmentUnits", treatmentUnits);
        return Math.sqrt(control / controlUnits + treatment / treatmentUnits);
    }

    /** The variance of the difference times the control's units, at {@code k} treatment units for each of control. */
    double perControlUnit(double k) {
        requirePositive("treatmentPerControl", k);
        return control + treatment / k;
    }

    static void requireRate(String name, double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException(name + ": " + rate + " (expected: above 0 and below 1)");
        }
    }

    static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: finite, above 0)");
        }
    }

    private static void requireUnits(String name, long units) {
        if (units < 1) {
            throw new IllegalArgumentException(name + ": " + units + " (expected: 1 or more)");
        }
    }
}
