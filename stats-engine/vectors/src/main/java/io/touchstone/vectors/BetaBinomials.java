package io.touchstone.vectors;

import io.touchstone.statistics.BetaDistribution;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.bayes.BetaBinomial;
import io.touchstone.statistics.bayes.Credibility;

final class BetaBinomials implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        BetaBinomial posterior = BetaBinomial.of(
                seen(vector, "c"), prior(vector, "prior_c"), seen(vector, "t"), prior(vector, "prior_t"));
        Credibility level = new Credibility(vector.parameter("level", 0.95));
        BetaDistribution control = posterior.control();
        BetaDistribution treatment = posterior.treatment();
        return Answer.values()
                .put("posterior_c", control.a(), control.b())
                .put("posterior_t", treatment.a(), treatment.b())
                .put("mean_c", control.mean())
                .put("mean_t", treatment.mean())
                .put("prob_t_beats_c", posterior.chanceToWin())
                .put("expected_loss_choose_t", posterior.lossOfTreatment())
                .put("expected_loss_choose_c", posterior.lossOfControl())
                .put("ci_c", BetaBinomial.rate(control, level))
                .put("ci_t", BetaBinomial.rate(treatment, level))
                .put("ci_diff", posterior.difference(level))
                .put("ci_lift", posterior.lift(level));
    }

    private static Proportion seen(VectorCase vector, String arm) {
        return new Proportion(vector.count("x_" + arm), vector.count("n_" + arm));
    }

    private static BetaDistribution prior(VectorCase vector, String name) {
        double[] shapes = Field.numbers(vector.parameters(), name);
        if (shapes.length != 2) {
            throw new UnmappedException(name + ": " + shapes.length + " shapes");
        }
        return new BetaDistribution(shapes[0], shapes[1]);
    }
}
