package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Normal;

/** What an e-value says: evidence that may be multiplied and looked at any time (Ville 1939). */
final class EValues {

    private EValues() {}

    /** min(1, 1/E) from ln E, at least {@link Normal#SMALLEST_P}. */
    static double p(double logE) {
        return logE <= 0 ? 1 : Math.max(Normal.SMALLEST_P, Math.exp(-logE));
    }
}
