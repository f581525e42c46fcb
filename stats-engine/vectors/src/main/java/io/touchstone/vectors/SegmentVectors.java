package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.heterogeneity.Heterogeneity;
import io.touchstone.statistics.heterogeneity.HeterogeneityTest;
import io.touchstone.statistics.heterogeneity.SegmentEffect;
import io.touchstone.statistics.heterogeneity.SegmentReading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

final class SegmentVectors implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        List<SegmentEffect> effects = new ArrayList<>();
        for (JsonNode segment : Field.of(vector.inputs(), "segments")) {
            effects.add(new SegmentEffect(
                    Field.of(segment, "segment").asText(),
                    Field.number(segment, "effect"),
                    Field.number(segment, "se")));
        }
        return Answer.of(HeterogeneityTest.of(effects, vector.alpha()), SegmentVectors::values);
    }

    private static Answer values(Heterogeneity found) {
        return Answer.values()
                .put("fixed_effect", found.fixedEffect())
                .put("fixed_se", found.fixedError())
                .put("Q", found.q())
                .put("df", found.degreesOfFreedom())
                .put("p_value_Q", found.p())
                .put("I2", found.iSquared())
                .put("sign_change", found.signChange())
                .put("p_segment", each(found, SegmentReading::p))
                .put("p_segment_bh", each(found, SegmentReading::adjustedP))
                .put("interaction_z", each(found, SegmentReading::interactionZ))
                .put("p_interaction", each(found, SegmentReading::interactionP))
                .put("p_interaction_bh", each(found, SegmentReading::interactionAdjustedP));
    }

    private static double[] each(Heterogeneity found, ToDoubleFunction<SegmentReading> number) {
        return found.segments().stream().mapToDouble(number).toArray();
    }
}
