package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.bayes.Credibility;
import io.touchstone.statistics.bayes.EffectPosterior;
import io.touchstone.statistics.bayes.EffectPrior;
import io.touchstone.statistics.bayes.ObservedEffect;

final class NormalEffects implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        Moments control = moments(vector, "c");
        Moments treatment = moments(vector, "t");
        Result<ObservedEffect> observed = vector.word("effect", "relative").equals("relative")
                ? ObservedEffect.relative(control, treatment)
                : ObservedEffect.absolute(control, treatment);
        return Answer.of(observed, effect -> {
            EffectPosterior posterior = EffectPosterior.of(effect, prior(vector));
            return Answer.values()
                    .put("effect", effect.estimate())
                    .put("effect_variance", effect.variance())
                    .put("posterior_mean", posterior.mean())
                    .put("posterior_sd", posterior.sd())
                    .put("chance_to_win", posterior.chanceToWin())
                    .put("ci", posterior.interval(new Credibility(vector.parameter("level", 0.95))))
                    .put("expected_loss_choose_t", posterior.lossOfTreatment())
                    .put("expected_loss_choose_c", posterior.lossOfControl());
        });
    }

    private static Moments moments(VectorCase vector, String arm) {
        JsonNode variance = vector.inputs().required("variance_" + arm);
        return Moments.ofVariance(vector.count("n_" + arm), vector.input("mean_" + arm), variance.asDouble());
    }

    private static EffectPrior prior(VectorCase vector) {
        JsonNode prior = vector.parameters().path("prior");
        return prior.isObject()
                ? new EffectPrior.Bell(
                        prior.required("mean").doubleValue(),
                        prior.required("sd").doubleValue())
                : new EffectPrior.Flat();
    }
}
