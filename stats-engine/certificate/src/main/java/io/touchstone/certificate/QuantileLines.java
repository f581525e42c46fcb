package io.touchstone.certificate;

import java.util.List;

/** Quantiles from bins. */
final class QuantileLines {
    private static final String METHOD = "quantile from bins, 64 folds";
    private static final double Z90 = 1.2815515655446004;

    private QuantileLines() {}

    static List<Regime> all() {
        return List.of(
                quantiles(
                        "median of lognormal durations, 1 to 4 a unit, 300 and 300 units",
                        new QuantileRegime(0.5, 0, 1.07, 300, 300)),
                quantiles(
                        "median of lognormal durations, 1 to 4 a unit, 120 and 480 units",
                        new QuantileRegime(0.5, 0, 1.09, 120, 480)),
                quantiles(
                        "90 % quantile of lognormal durations, 1 to 4 a unit, 300 and 300 units",
                        new QuantileRegime(0.9, Z90, 1.09, 300, 300)),
                quantiles(
                        "90 % quantile of lognormal durations, 1 to 4 a unit, 120 and 480 units",
                        new QuantileRegime(0.9, Z90, 1.11, 120, 480)),
                quantiles("median of prices of 0, 5 and 10, 300 and 300 units", new LumpyRegime(300)));
    }

    private static Regime quantiles(String setting, Regime.Experiment experiment) {
        return new Regime(METHOD, "quantile", setting, experiment);
    }
}
