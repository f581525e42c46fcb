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
            moments = fold(Field.of(vector.inputs(), "raw"));
        }
        Answer.Values values = Answer.values().put("n", moments.n());
        if (moments.n() == 0) {
            values.absent("mean");
        } else {
            values.put("mean", moments.mean());
        }
        moments.variance()
                .ifPresentOrElse(variance -> values.put("variance", variance), () -> values.absent("variance"));
        return values;
    }

    private static Moments fold(JsonNode raw) {
        return Moments.ofValues(Field.numbers(raw));
    }
}
