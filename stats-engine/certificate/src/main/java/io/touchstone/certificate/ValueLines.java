package io.touchstone.certificate;

import java.util.List;

/** Sums under a cap, counts, and means of units' own ratios. */
final class ValueLines {
    private static final String CAPPED = "Welch under the skew guard, values capped";
    private static final String COUNTS = "Welch under the skew guard";
    private static final String OWN_RATIOS = "mean of ratios, Welch under the skew guard";

    private ValueLines() {}

    static List<Regime> all() {
        // 11.8 medians of a buyer's spend are the 95th percentile at sigma 1.5, 32.8 the 99th.
        return List.of(
                capped(
                        "5 % buyers, lognormal spend (sigma 1.5) capped at buyers' 99th percentile, 3,000 and 3,000 units",
                        new CappedRevenueRegime(0.05, 1.5, 32.8, 0.6, 3_000, 3_000)),
                capped(
                        "5 % buyers, lognormal spend (sigma 1.5) capped at buyers' 95th percentile, 4,000 control and 36,000"
                                + " treatment units",
                        new CappedRevenueRegime(0.05, 1.5, 11.8, 0.45, 4_000, 36_000)),
                capped(
                        "5 % buyers, lognormal spend (sigma 1.5) capped at buyers' 95th percentile, 1,000 control and 9,000"
                                + " treatment units",
                        new CappedRevenueRegime(0.05, 1.5, 11.8, 0.9, 1_000, 9_000)),
                counts("negative binomial (mean 2, size 0.5), 300 and 300 units", new CountRegime(2, 0.4, 300, 300)),
                counts(
                        "negative binomial (mean 2, size 0.5), 300 control and 1,200 treatment units",
                        new CountRegime(2, 0.35, 300, 1_200)),
                ownRatios("40 % active, 200 and 200 users", new OwnRatioRegime(0.4, 0.17, 200, 200)),
                ownRatios("40 % active, 100 control and 900 treatment users", new OwnRatioRegime(0.4, 0.17, 100, 900)),
                ownRatios("20 % active, 1,000 and 1,000 users", new OwnRatioRegime(0.2, 0.11, 1_000, 1_000)));
    }

    private static Regime capped(String setting, Regime.Experiment experiment) {
        return new Regime(CAPPED, "sum", setting, experiment);
    }

    private static Regime counts(String setting, Regime.Experiment experiment) {
        return new Regime(COUNTS, "count", setting, experiment);
    }

    private static Regime ownRatios(String setting, Regime.Experiment experiment) {
        return new Regime(OWN_RATIOS, "mean of ratios", setting, experiment);
    }
}
