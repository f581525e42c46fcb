package io.touchstone.certificate;

import java.util.List;

/** Two ratios of sums. */
final class RatioLines {
    private static final String METHOD = "ratio of sums, delta method under its guard";

    private RatioLines() {}

    static List<Regime> all() {
        return List.of(
                ratios("correlated clicks and impressions, 500 and 500 users", new RatioRegime(0.03, 500, 500)),
                ratios("correlated clicks and impressions, 300 and 2,700 users", new RatioRegime(0.03, 300, 2_700)),
                ratios("correlated clicks and impressions, 100 and 100 users", new RatioRegime(0.06, 100, 100)),
                ratios("correlated clicks and impressions, 3,000 and 150 users", new RatioRegime(0.045, 3_000, 150)));
    }

    private static Regime ratios(String setting, Regime.Experiment experiment) {
        return new Regime(METHOD, "ratio", setting, experiment);
    }
}
