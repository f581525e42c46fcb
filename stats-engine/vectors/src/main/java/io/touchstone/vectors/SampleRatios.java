package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.SampleRatioTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

final class SampleRatios implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        List<Long> observed = new ArrayList<>();
        for (JsonNode count : Field.of(vector.inputs(), "observed")) {
            observed.add(Field.whole(count));
        }
        List<Double> weights = new ArrayList<>();
        for (JsonNode weight : Field.of(vector.parameters(), "weights")) {
            weights.add(Field.number(weight));
        }
        return Answer.of(SampleRatioTest.test(observed, weights), ratio -> {
            Answer.Values values = Answer.values()
                    .put("expected_counts", ratio.expected())
                    .put("chi2", ratio.statistic())
                    .put("df", ratio.degreesOfFreedom())
                    .put("p_value", ratio.p())
                    .put("expected_min", Collections.min(ratio.expected()))
                    .put("srm", ratio.p() < vector.parameter("threshold", 0.001));
            return ratio.smallCounts() ? values.warning("an expected count is below 5") : values;
        });
    }
}
