package io.touchstone.statistics.planning;

/**
 * What skewed values do to a planned split.
 *
 * <p>κ of the planned test is the skewness of its standardised difference; both arms are taken to have the same shape. It falls
 * with the root of the units: to bring κ to a limit takes (κ/limit)² times as many.
 *
 * @param skewness of one unit's value, third central moment over sd³
 */
public record PlannedSkew(double skewness) {

    /** @throws IllegalArgumentException for a skewness that is not finite */
    public PlannedSkew {
        if (!Double.isFinite(skewness)) {
            throw new IllegalArgumentException("skewness: " + skewness + " (expected: finite)");
        }
    }

    /** κ with equal variances: γ(1/n_t² − 1/n_c²)/(1/n_t + 1/n_c)^{3/2}; 0 for equal arms. */
    public double kappa(double controlUnits, double treatmentUnits) {
        UnitVariances.requirePositive("controlUnits", controlUnits);
        UnitVariances.requirePositive("treatmentUnits", treatmentUnits);
        double t = 1 / treatmentUnits;
        double c = 1 / controlUnits;
        // (t² − c²)/(t + c)^{3/2} = (t − c)/√(t + c)
        return skewness * (t - c) / Math.sqrt(t + c);
    }

    /** The control units at which |κ| is the limit, at {@code treatmentPerControl} treatment units for each; 0 for equal arms. */
    public double controlUnitsFor(double limit, double treatmentPerControl) {
        UnitVariances.requirePositive("limit", limit);
        double atOne = kappa(1, treatmentPerControl) / limit;
        return atOne * atOne;
    }
}
