package io.touchstone.statistics.planning;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/** The smallest effect that given units show with the planned power. See {@code docs/statistics/sample-size.md}. */
public final class MinimumDetectableEffect {

    private MinimumDetectableEffect() {}

    /** (z_a + z_b)·se, in the metric's unit. */
    public static double ofMeans(UnitVariances variances, long controlUnits, long treatmentUnits, ErrorRates rates) {
        return rates.drift() * variances.standardError(controlUnits, treatmentUnits);
    }

    /**
     * The rise d of a rate with d = (z_a + z_b)√(f p_c q_c/n_c + f p_t q_t/n_t), p_t = p_c + d: the variance is the treatment's own,
     * so d is the positive root of a quadratic.
     *
     * @param control rate of the control, inside (0, 1)
     * @return {@link Reason#TOO_FEW_UNITS} where no rate below 1 would be found
     */
    public static Result<Double> ofRates(
            double control, long controlUnits, long treatmentUnits, ErrorRates rates, VarianceFactor factor) {
        double drift = rates.drift();
        double square = drift * drift * factor.value();
        UnitVariances same = UnitVariances.ofRates(control, control);
        double error = same.standardError(controlUnits, treatmentUnits);
        double perUnit = square / treatmentUnits;
        double half = perUnit * (1 - 2 * control) / 2;
        double product = square * error * error;
        double a = 1 + perUnit;
        double root = Math.sqrt(half * half + a * product);
        // The other form where half is negative, so that nothing cancels.
        double rise = half >= 0 ? (half + root) / a : product / (root - half);
        if (control + rise >= 1) {
            return new NotEstimable<>(
                    Reason.TOO_FEW_UNITS,
                    "With " + controlUnits + " control and " + treatmentUnits
                            + " treatment units no rate below 100 % would be found.");
        }
        return new Estimated<>(rise);
    }

    /** The same with the control's variance for both arms, as simple calculators have it. */
    public static double ofRatesSimple(
            double control, long controlUnits, long treatmentUnits, ErrorRates rates, VarianceFactor factor) {
        return ofMeans(UnitVariances.ofRates(control, control).times(factor), controlUnits, treatmentUnits, rates);
    }
}
