package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.offpolicy.LoggedDecision;
import io.touchstone.statistics.offpolicy.OffPolicyEvaluation;
import io.touchstone.statistics.offpolicy.PolicyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

final class OffPolicies implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        int rows = Field.rows(inputs, "action", "reward", "propensity", "target_policy", "reward_model");
        List<LoggedDecision> log = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            log.add(new LoggedDecision(
                    Math.toIntExact(Field.whole(Field.of(inputs, "action").get(i))),
                    Field.number(Field.of(inputs, "reward").get(i)),
                    Field.number(Field.of(inputs, "propensity").get(i)),
                    numbers(Field.of(inputs, "target_policy").get(i)),
                    numbers(Field.of(inputs, "reward_model").get(i))));
        }
        OptionalDouble clip = vector.parameters().hasNonNull("clip")
                ? OptionalDouble.of(vector.parameter("clip"))
                : OptionalDouble.empty();
        return Answer.of(OffPolicyEvaluation.of(log, clip), OffPolicies::values);
    }

    private static Answer values(PolicyValue value) {
        Answer.Values values = Answer.values()
                .put("ips", value.ips().mean())
                .put("ips_se", error(value.ips()))
                .put("dm", value.model())
                .put("dr", value.doublyRobust().mean())
                .put("dr_se", error(value.doublyRobust()))
                .put("clipped_rows", value.clippedRows())
                .put("snips", value.snips(), MeanEstimate::mean)
                .put("snips_se", value.snips(), OffPolicies::error)
                .put("ess", value.effectiveRows());
        return value.withoutOverlap() ? values.warning("the log never did what the policy would do") : values;
    }

    private static double error(MeanEstimate estimate) {
        return Math.sqrt(estimate.varianceOfMean());
    }

    private static List<Double> numbers(JsonNode array) {
        return DoubleStream.of(Field.numbers(array)).boxed().toList();
    }
}
