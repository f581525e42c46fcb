package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.Moments;

/** The moments of raw values; merged from parts where the case has parts. */
final class MergedMoments implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        Moments moments = Moments.NONE;
        if (vector.inputs().has("parts")) {
            for (JsonNode part : vector.inputs().get("parts")) {
                moments = moments.plus(fold(part));
            }
        } else {
            moments = fold(vector.inputs().required("raw"));
        }
        Answer.Values values = Answer.values().put("n", moments.n()).put("mean", moments.mean());
        moments.variance()
                .ifPresentOrElse(variance -> values.put("variance", variance), () -> values.absent("variance"));
        return values;
    }

    private static Moments fold(JsonNode raw) {
        Moments moments = Moments.NONE;
        for (JsonNode value : raw) {
            moments = moments.plus(Moments.of(value.doubleValue()));
        }
        return moments;
    }
}
