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
        Moments control = Arms.moments(vector.inputs(), "c");
        Moments treatment = Arms.moments(vector.inputs(), "t");
        Result<ObservedEffect> observed =
                vector.word("effect", "relative", "absolute").equals("relative")
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

    private static EffectPrior prior(VectorCase vector) {
        JsonNode prior = vector.parameters().path("prior");
        return prior.isObject()
                ? new EffectPrior.Bell(Field.number(prior, "mean"), Field.number(prior, "sd"))
                : new EffectPrior.Flat();
    }
}
