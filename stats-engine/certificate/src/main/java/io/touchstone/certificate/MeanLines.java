package io.touchstone.certificate;

import java.util.List;

/** Two means. */
final class MeanLines {
    private static final String METHOD = "Welch under the skew guard";

    private MeanLines() {}

    static List<Regime> all() {
        return List.of(
                means("normal values, 100 and 100 units", new NormalRegime(1, 0.4, 100, 100)),
                means(
                        "normal values, spread of the treatment threefold, 300 and 100 units",
                        new NormalRegime(3, 0.9, 300, 100)),
                means(
                        "5 % buyers, lognormal spend (sigma 1), 5,000 and 5,000 units",
                        new RevenueRegime(0.05, 1, 0.35, 5_000, 5_000)),
                means(
                        "5 % buyers, lognormal spend (sigma 1.5), 10,000 and 10,000 units",
                        new RevenueRegime(0.05, 1.5, 0.45, 10_000, 10_000)),
                means(
                        "5 % buyers, lognormal spend (sigma 1), 5,000 control and 45,000 treatment units",
                        new RevenueRegime(0.05, 1, 0.25, 5_000, 45_000)),
                means(
                        "5 % buyers, lognormal spend (sigma 1.5), 1,000 control and 9,000 treatment units",
                        new RevenueRegime(0.05, 1.5, 1, 1_000, 9_000)),
                means(
                        "5 % buyers, lognormal spend (sigma 1.5), 10,000 control and 90,000 treatment units",
                        new RevenueRegime(0.05, 1.5, 0.3, 10_000, 90_000)),
                means(
                        "5 % buyers, lognormal spend (sigma 1.5), 5,000 control and 95,000 treatment units",
                        new RevenueRegime(0.05, 1.5, 0.5, 5_000, 95_000)));
    }

    private static Regime means(String setting, Regime.Experiment experiment) {
        return new Regime(METHOD, "sum", setting, experiment);
    }
}
