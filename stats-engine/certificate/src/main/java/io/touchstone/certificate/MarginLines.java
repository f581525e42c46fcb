package io.touchstone.certificate;

import io.touchstone.statistics.margin.Direction;
import io.touchstone.statistics.margin.Margin;
import java.util.List;

/** Guardrails: proven harmless, or not worsened. */
final class MarginLines {
    private static final Claim CLAIM = Claim.alarm(0.025);

    private MarginLines() {}

    static List<Regime> all() {
        return List.of(
                rate(
                        "10 %, margin 3 points, 1,000 and 1,000 units",
                        absolute(0.1, 0.03, Direction.HIGHER_IS_BETTER, 1_000, 1_000)),
                rate(
                        "2 %, lower is better, margin 1 point, 1,000 control and 9,000 treatment units",
                        absolute(0.02, 0.01, Direction.LOWER_IS_BETTER, 1_000, 9_000)),
                rate(
                        "2 %, lower is better, margin 1 point, 9,000 control and 1,000 treatment units",
                        absolute(0.02, 0.01, Direction.LOWER_IS_BETTER, 9_000, 1_000)),
                rate(
                        "1 %, lower is better, margin 1.5 points, 600 and 600 units: 6 events",
                        absolute(0.01, 0.015, Direction.LOWER_IS_BETTER, 600, 600)),
                rate(
                        "20 %, margin 20 % of the control, 500 and 500 units",
                        relative(0.2, 0.2, Direction.HIGHER_IS_BETTER, 500, 500)),
                rate(
                        "5 %, lower is better, margin 50 % of the control, 2,000 control and 500 treatment units",
                        relative(0.05, 0.5, Direction.LOWER_IS_BETTER, 2_000, 500)),
                mean("exponential values, margin 0.25, 200 and 200 units", new Margin.Absolute(0.25), 200, 200),
                mean(
                        "exponential values, margin 0.25, 150 control and 750 treatment units",
                        new Margin.Absolute(0.25),
                        150,
                        750),
                mean(
                        "exponential values, margin 20 % of the control, 300 and 300 units",
                        new Margin.Relative(0.2), 300, 300),
                mean(
                        "exponential values, margin 25 % of the control, 150 control and 750 treatment units",
                        new Margin.Relative(0.25), 150, 750),
                worsening(
                        "0.5 %, 4,000 control and 1,000 treatment units",
                        new WorseningRegime(0.005, 0.01, 4_000, 1_000)),
                worsening(
                        "2 %, 1,000 control and 9,000 treatment units", new WorseningRegime(0.02, 0.02, 1_000, 9_000)));
    }

    private static Regime rate(String setting, Regime.Experiment experiment) {
        return new Regime("proven harmless, guarded bound of rates", "conversion", setting, CLAIM, experiment);
    }

    private static Regime mean(String setting, Margin margin, int control, int treatment) {
        return new Regime(
                "proven harmless, guarded bound of means",
                "sum",
                setting,
                CLAIM,
                new MeanMarginRegime(1, margin, control, treatment));
    }

    private static Regime worsening(String setting, Regime.Experiment experiment) {
        return new Regime("must not worsen, guarded rates one-sided", "conversion", setting, CLAIM, experiment);
    }

    private static Regime.Experiment absolute(
            double base, double size, Direction direction, int control, int treatment) {
        return new RateMarginRegime(base, new Margin.Absolute(size), direction, control, treatment);
    }

    private static Regime.Experiment relative(
            double base, double share, Direction direction, int control, int treatment) {
        return new RateMarginRegime(base, new Margin.Relative(share), direction, control, treatment);
    }
}
