package io.touchstone.certificate;

import java.util.List;

/** Several questions at once. */
final class MultiplicityLines {
    private static final List<Double> WEIGHTS = List.of(0.4, 0.1, 0.4, 0.1);

    private MultiplicityLines() {}

    static List<Regime> all() {
        return List.of(
                holm("two treatments, 200 units an arm", new MultiplicityRegime(List.of(), 0, 0.16, 200)),
                holm(
                        "two treatments, 200 units an arm, one treatment does change the conversion: the other three comparisons",
                        new MultiplicityRegime(List.of(), 0.16, 0.04, 200)),
                weighted(
                        "two treatments, 200 units an arm, weights 0.4 and 0.1",
                        new MultiplicityRegime(WEIGHTS, 0, 0.16, 200)),
                weighted(
                        "two treatments, 200 units an arm, one does change the conversion: the other three comparisons",
                        new MultiplicityRegime(WEIGHTS, 0.16, 0.04, 200)));
    }

    private static Regime holm(String setting, Regime.Experiment experiment) {
        return new Regime(
                "Holm over metrics and treatments", "conversion and sum", setting, Claim.alarm(0.05), experiment);
    }

    private static Regime weighted(String setting, Regime.Experiment experiment) {
        return new Regime(
                "weighted Bonferroni over metrics and treatments",
                "conversion and sum",
                setting,
                Claim.alarm(0.05),
                experiment);
    }
}
