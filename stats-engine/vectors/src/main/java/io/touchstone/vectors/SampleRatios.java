package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.SampleRatioTest;
import java.util.ArrayList;
import java.util.List;

final class SampleRatios implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        List<Long> observed = new ArrayList<>();
        for (JsonNode count : vector.inputs().required("observed")) {
            observed.add(count.longValue());
        }
        List<Double> weights = new ArrayList<>();
        for (JsonNode weight : vector.parameters().required("weights")) {
            weights.add(weight.doubleValue());
        }
        return Answer.of(SampleRatioTest.test(observed, weights), ratio -> {
            Answer.Values values = Answer.values()
                    .put("expected_counts", ratio.expected())
                    .put("chi2", ratio.statistic())
                    .put("df", ratio.degreesOfFreedom())
                    .put("p_value", ratio.p())
                    .put("srm", ratio.p() < vector.parameter("threshold"));
            return ratio.smallCounts() ? values.warning("an expected count is below 5") : values;
        });
    }
}
