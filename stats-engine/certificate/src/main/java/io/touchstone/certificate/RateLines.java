package io.touchstone.certificate;

import java.util.List;

/** Two rates. */
final class RateLines {
    private static final String METHOD = "two proportions, unpooled under its guard, else skew-corrected score";

    private RateLines() {}

    static List<Regime> all() {
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
                        new ConversionRegime(0.02, 0.014, 20_000, 1_000)));
    }

    private static Regime rates(String setting, Regime.Experiment experiment) {
        return new Regime(METHOD, "conversion", setting, experiment);
    }
}
