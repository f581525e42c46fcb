package io.touchstone.certificate;

import java.util.List;

/** Relative lifts. */
final class LiftLines {
    private static final String RATES = "relative lift of rates under the guard of rates";
    private static final String MEANS = "relative lift of means, Fieller under the skew guard";

    private LiftLines() {}

    static List<Regime> all() {
        return List.of(
                rates("10 %, 1,000 and 1,000 units", new RateLiftRegime(0.1, 0.4, 1_000, 1_000)),
                rates("10 %, 2,000 control and 18,000 treatment units", new RateLiftRegime(0.1, 0.2, 2_000, 18_000)),
                rates(
                        "0.5 %, 2,000 and 2,000 units: 10 conversions an arm",
                        new RateLiftRegime(0.005, 1.5, 2_000, 2_000)),
                rates(
                        "2 %, 2,000 and 2,000 units: 40 conversions an arm",
                        new RateLiftRegime(0.02, 0.65, 2_000, 2_000)),
                rates("3 %, 1,000 control and 9,000 treatment units", new RateLiftRegime(0.03, 0.6, 1_000, 9_000)),
                rates("3 %, 9,000 control and 1,000 treatment units", new RateLiftRegime(0.03, 0.6, 9_000, 1_000)),
                means("gamma values (shape 4), 50 and 50 units", new MeanLiftRegime(4, 0.35, 50, 50)),
                means("exponential values, 200 and 200 units", new MeanLiftRegime(1, 0.35, 200, 200)),
                means("exponential values, 100 control and 900 treatment units", new MeanLiftRegime(1, 0.4, 100, 900)));
    }

    private static Regime rates(String setting, Regime.Experiment experiment) {
        return new Regime(RATES, "conversion", setting, experiment);
    }

    private static Regime means(String setting, Regime.Experiment experiment) {
        return new Regime(MEANS, "sum", setting, experiment);
    }
}
