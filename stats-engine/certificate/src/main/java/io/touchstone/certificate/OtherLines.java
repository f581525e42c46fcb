package io.touchstone.certificate;

import java.util.List;

/** Bayesian readings, the jackknife, the value of a policy. */
final class OtherLines {

    private OtherLines() {}

    static List<Regime> all() {
        return List.of(
                credible(
                        "relative effect drawn from the prior N(0, 5 %), 400 and 400 units",
                        new PriorEffectRegime(0.05, 400, 400)),
                credible(
                        "relative effect drawn from the prior N(0, 5 %), 100 and 900 units",
                        new PriorEffectRegime(0.05, 100, 900)),
                new Regime(
                        "chance to win of 97.5 % either way",
                        "conversion",
                        "rates drawn from the prior Beta(2, 18), 1,000 and 1,000 units: the other arm is better",
                        Claim.alarm(0.025),
                        new PriorRatesRegime(1_000)),
                jackknife("320 and 320 units", new JackknifeRegime(0.06, 320, 320)),
                jackknife("160 and 640 units", new JackknifeRegime(0.07, 160, 640)),
                policy("IPS", OffPolicyRegime.Estimator.IPS),
                policy("SNIPS", OffPolicyRegime.Estimator.SNIPS),
                policy("doubly robust", OffPolicyRegime.Estimator.DOUBLY_ROBUST));
    }

    private static Regime credible(String setting, Regime.Experiment experiment) {
        return new Regime("credible interval of 95 %, normal prior", "sum", setting, Claim.alarm(0.05), experiment);
    }

    private static Regime jackknife(String setting, Regime.Experiment experiment) {
        return new Regime("jackknife over 64 folds", "function of four metrics", setting, experiment);
    }

    private static Regime policy(String method, OffPolicyRegime.Estimator estimator) {
        return new Regime(
                method,
                "value of a policy",
                "400 decisions logged, three actions, weights up to 3",
                new OffPolicyRegime(estimator, 0.2, 400));
    }
}
