package io.touchstone.statistics.sequential;

import org.apache.commons.math3.special.Gamma;

/** What Stirling's formula misses: ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], small and free of cancellation for large x. */
final class StirlingError {

    private static final double SERIES_FROM = 15;
    private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

    private StirlingError() {}

    /** For {@code x} above 0; Abramowitz and Stegun 6.1.41 from {@value #SERIES_FROM} on. */
    static double of(double x) {
        if (x < SERIES_FROM) {
            return Gamma.logGamma(x) - ((x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI);
        }
        double s = 1 / (x * x);
        return (1 / 12.0 - s * (1 / 360.0 - s * (1 / 1260.0 - s * (1 / 1680.0 - s / 1188.0)))) / x;
    }
}
