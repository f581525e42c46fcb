package io.touchstone.certificate;

import io.touchstone.statistics.adjust.SlopesPer;
import java.util.List;

/** Differences adjusted for what was known before. */
final class AdjustedLines {
    private static final String MEANS = "CUPED of means";
    private static final String RATIO = "CUPED of a ratio";
    private static final String STRATA = "post-stratification";
    private static final String PHASES = "phases combined as strata, adjusted";

    private AdjustedLines() {}

    static List<Regime> all() {
        return List.of(
                means(
                        "one slope for both arms, 1 covariate, 100 and 100 units",
                        new CovariateRegime(SlopesPer.EXPERIMENT, 1, 0, 0, 0.4, 100, 100)),
                means(
                        "one slope for both arms, 3 covariates, 100 and 100 units",
                        new CovariateRegime(SlopesPer.EXPERIMENT, 3, 0, 0, 0.4, 100, 100)),
                means(
                        "slopes per arm, 1 covariate, 100 and 100 units",
                        new CovariateRegime(SlopesPer.ARM, 1, 0, 0, 0.4, 100, 100)),
                means(
                        "slopes per arm, 3 covariates, 100 and 100 units",
                        new CovariateRegime(SlopesPer.ARM, 3, 0, 0, 0.4, 100, 100)),
                means(
                        "slopes per arm, 3 covariates, 500 and 500 units",
                        new CovariateRegime(SlopesPer.ARM, 3, 0, 0, 0.18, 500, 500)),
                means(
                        "slopes per arm, 3 covariates, 50 control and 450 treatment units",
                        new CovariateRegime(SlopesPer.ARM, 3, 0, 0, 0.42, 50, 450)),
                means(
                        "one slope for both arms, 3 covariates, 50 control and 450 treatment units",
                        new CovariateRegime(SlopesPer.EXPERIMENT, 3, 0, 0, 0.42, 50, 450)),
                means(
                        "slopes per arm, 2 covariates, 30 % without history, 100 and 100 units",
                        new CovariateRegime(SlopesPer.ARM, 2, 0.3, 0, 0.4, 100, 100)),
                means(
                        "slopes per arm, 1 covariate, 60 % without history, 900 control and 100 treatment units",
                        new CovariateRegime(SlopesPer.ARM, 1, 0.6, 0, 0.3, 900, 100)),
                means(
                        "slopes per arm, the treatment doubles the slope, 200 and 200 units",
                        new CovariateRegime(SlopesPer.ARM, 1, 0, 0.6, 0.3, 200, 200)),
                means(
                        "slopes per arm, the treatment doubles the slope, 900 control and 100 treatment units",
                        new CovariateRegime(SlopesPer.ARM, 1, 0, 0.6, 0.3, 900, 100)),
                ratio("spend an order, 300 and 300 users", new RatioCovariateRegime(0.5, 300, 300)),
                ratio("spend an order, 150 control and 600 treatment users", new RatioCovariateRegime(0.6, 150, 600)),
                strata(
                        "5 levels of 8 to 40 %, 100 and 100 units",
                        new StrataRegime(List.of(0.4, 0.25, 0.15, 0.12, 0.08), 0.7, 100, 100)),
                strata(
                        "5 levels of 8 to 40 %, 1,000 control and 100 treatment units",
                        new StrataRegime(List.of(0.4, 0.25, 0.15, 0.12, 0.08), 0.5, 1_000, 100)),
                strata(
                        "5 levels of 8 to 40 %, 500 and 500 units",
                        new StrataRegime(List.of(0.4, 0.25, 0.15, 0.12, 0.08), 0.3, 500, 500)),
                phases(
                        "5, 20 and 50 % in treatment, 1,000, 500 and 200 units",
                        new PhasesRegime(
                                0.25,
                                List.of(
                                        new PhasesRegime.Phase(0, 950, 50),
                                        new PhasesRegime.Phase(1, 400, 100),
                                        new PhasesRegime.Phase(-1, 100, 100)))));
    }

    private static Regime means(String setting, Regime.Experiment experiment) {
        return new Regime(MEANS, "sum", setting, experiment);
    }

    private static Regime ratio(String setting, Regime.Experiment experiment) {
        return new Regime(RATIO, "ratio", setting, experiment);
    }

    private static Regime strata(String setting, Regime.Experiment experiment) {
        return new Regime(STRATA, "sum", setting, experiment);
    }

    private static Regime phases(String setting, Regime.Experiment experiment) {
        return new Regime(PHASES, "sum", setting, experiment);
    }
}
