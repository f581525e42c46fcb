package io.touchstone.certificate;

import java.util.List;

/** Whether effects differ: between the arms of another test, between segments. */
final class SegmentLines {
    private SegmentLines() {}

    static List<Regime> all() {
        return List.of(
                interaction(
                        "gamma values (shape 2), 100 units in each cell",
                        new InteractionRegime(0.45, 100, 100, 100, 100)),
                interaction(
                        "gamma values (shape 2), tests of 20 and 30 % in treatment, 560, 140, 240 and 60 units",
                        new InteractionRegime(0.45, 560, 140, 240, 60)),
                segments(
                        "5 segments of 40 to 200 units an arm", new SegmentsRegime(List.of(40, 40, 60, 100, 200), 1.2)),
                segments("5 segments of 15 units an arm", new SegmentsRegime(List.of(15, 15, 15, 15, 15), 6)));
    }

    private static Regime interaction(String setting, Regime.Experiment experiment) {
        return new Regime("additive interaction under the skew guard", "sum", setting, experiment);
    }

    private static Regime segments(String setting, Regime.Experiment experiment) {
        return new Regime("heterogeneity, Welch 1951", "sum", setting, Claim.alarm(0.05), experiment);
    }
}
