package io.touchstone.certificate;

import java.util.List;

/** Every line of the certificate. */
public final class Regimes {
    private static final String RATES = "two proportions, unpooled under its guard, else skew-corrected score";
    private static final String MEANS = "Welch under the skew guard";
    private static final String RATIOS = "ratio of sums, delta method";

    private Regimes() {}

    /** In the order of the document. */
    public static List<Regime> all() {
        return List.of(
                rates("10 %, 1,000 and 1,000 units", new ConversionRegime(0.10, 0.04, 1_000, 1_000)),
                rates("50 %, 200 and 200 units", new ConversionRegime(0.50, 0.14, 200, 200)),
                rates(
                        "1 %, 1,000 and 1,000 units: 10 conversions an arm",
                        new ConversionRegime(0.01, 0.015, 1_000, 1_000)),
                rates(
                        "0.3 %, 1,000 and 1,000 units: 3 conversions an arm",
                        new ConversionRegime(0.003, 0.012, 1_000, 1_000)),
                rates("5 %, 1,000 control and 9,000 treatment units", new ConversionRegime(0.05, 0.023, 1_000, 9_000)),
                rates("5 %, 500 control and 9,500 treatment units", new ConversionRegime(0.05, 0.033, 500, 9_500)),
                rates(
                        "2 %, 20,000 control and 1,000 treatment units: a ramp",
                        new ConversionRegime(0.02, 0.014, 20_000, 1_000)),
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
                        new RevenueRegime(0.05, 1.5, 0.5, 5_000, 95_000)),
                ratios("correlated clicks and impressions, 500 and 500 users", new RatioRegime(0.03, 500, 500)),
                ratios("correlated clicks and impressions, 300 and 2,700 users", new RatioRegime(0.03, 300, 2_700)));
    }

    private static Regime rates(String setting, Regime.Experiment experiment) {
        return new Regime(RATES, "conversion", setting, experiment);
    }

    private static Regime means(String setting, Regime.Experiment experiment) {
        return new Regime(MEANS, "sum", setting, experiment);
    }

    private static Regime ratios(String setting, Regime.Experiment experiment) {
        return new Regime(RATIOS, "ratio", setting, experiment);
    }
}
